use super::*;

const TEMPLATE: &str = include_str!("../../assets/typst/scheda.typ");

fn fonts() -> Vec<&'static [u8]> {
    vec![
        include_bytes!("../../assets/fonts/titillium-400.ttf"),
        include_bytes!("../../assets/fonts/titillium-600.ttf"),
        include_bytes!("../../assets/fonts/titillium-700.ttf"),
        include_bytes!("../../assets/fonts/dejavu-sans.ttf"),
    ]
}

fn sheet(title: &str) -> String {
    let reason =
        "Perché la qualità è più alta: *non* #markup, $x$, 100 % e «virgolette». ".repeat(25);
    let rows: String = (1..60)
        .map(|i| {
            format!(
                r##"[{{"text":"{i} Obiettivo"}},{{"text":"+2","fill":"#1F7A9A","ink":"#FFFFFF","bold":true}},{{"text":"{}","source":"fonte, p. {i}"}}]"##,
                if i == 3 { reason.as_str() } else { "Breve" }
            )
        })
        .collect::<Vec<_>>()
        .join(",");
    format!(
        r##"{{"title":"{title}","subtitle":"Esempio","header_left":"Ente · Scheda","header_right":"Matrice «M»",
        "footer":"Scala · Consenso","marks":["Punteggi illustrativi"],"sections":[
        {{"id":"identity","heading":"Anagrafica","blocks":[{{"kind":"facts","items":[{{"label":"Costo","value":"96.920 €"}}]}}]}},
        {{"id":"profile","heading":"Profilo","blocks":[{{"kind":"strip","alt":"Profilo: 1: +2; 2: n.a.","cells":[
            {{"label":"1","text":"+2","state":"scored","fill":"#1F7A9A","ink":"#FFFFFF"}},
            {{"label":"2","text":"n.a.","state":"not_applicable"}},{{"label":"3","text":"?","state":"dont_know"}},
            {{"label":"4","text":"","state":"unscored"}},
            {{"label":"5","text":"+2","state":"two_sided","fill":"#1F7A9A","ink":"#FFFFFF","text2":"−1","fill2":"#F0C4A0","ink2":"#17324D"}}]}},
            {{"kind":"figures","items":[{{"label":"Indice","value":"+0,31"}},{{"label":"Conflitti","value":"2"}}]}},
            {{"kind":"note","text":"Si regge su 3 celle."}}]}},
        {{"id":"contributions","heading":"Contributi","blocks":[{{"kind":"table","caption":"Co-benefici","row_head":true,
            "columns":[{{"head":"Obiettivo","align":"left","share":2.0}},{{"head":"Punt.","align":"center","share":0.7}},{{"head":"Perché","align":"left","share":5.0}}],
            "rows":[{rows}]}}]}},
        {{"id":"effects","heading":"Effetti","blocks":[{{"kind":"columns","items":[{{"label":"Qui","text":"a"}},{{"label":"Altrove","text":"b"}}]}}]}},
        {{"id":"method","heading":"Metodo","blocks":[{{"kind":"list","items":["B = Σ w·b"]}},{{"kind":"text","text":"uno\n\ndue"}}]}}]}}"##
    )
}

fn job(titles: &[&str]) -> Job {
    let sheets: Vec<String> = titles.iter().map(|title| sheet(title)).collect();
    let data = format!(
        r#"{{"lang":"it","title":"Schede di prova","author":"Ente","keywords":["coerenza"],"date":"2026-11-23",
        "page_of":"Pagina {{page}} di {{pages}}","contents_title":"Indice","sheets":[{}]}}"#,
        sheets.join(",")
    );
    Job {
        template: TEMPLATE.to_owned(),
        data,
        files: Vec::new(),
        date: (2026, 11, 23),
        fonts: fonts(),
    }
}

#[test]
fn a_sheet_is_an_accessible_pdf_and_the_same_bytes_again() {
    for titles in [&["1.1.d Laboratori"][..], &["Una", "Due"]] {
        let made = pdf(&job(titles), &mut || false).unwrap();
        assert!(made.starts_with(b"%PDF-1.7"));
        assert_eq!(made, pdf(&job(titles), &mut || false).unwrap());
    }
}

#[test]
fn pages_come_as_pixels() {
    let (pages, n) = pages(&job(&["1.1.d Laboratori"]), 1.0, 20).unwrap();
    assert!(pages.len() >= 3 && pages.len() == n, "{}", pages.len());
    let first = &pages[0];
    assert_eq!((first.width, first.height), (595, 842));
    assert_eq!(first.rgba.len(), 595 * 842 * 4);
    assert!(
        first
            .rgba
            .chunks(4)
            .any(|pixel| pixel != [255, 255, 255, 255])
    );
    if let Some(folder) = std::env::var_os("ORDITO_PICTURES") {
        for (i, page) in pages.iter().enumerate() {
            let mut out = format!("P6 {} {} 255\n", page.width, page.height).into_bytes();
            out.extend(page.rgba.chunks(4).flat_map(|pixel| pixel[..3].to_vec()));
            std::fs::write(
                std::path::PathBuf::from(&folder).join(format!("paper-{i}.ppm")),
                out,
            )
            .unwrap();
        }
    }
}

fn problem(template: &str) -> Diagnostic {
    match pdf(
        &Job {
            template: template.to_owned(),
            ..job(&["Una"])
        },
        &mut || false,
    ) {
        Err(PaperError::Template(list)) => list[0].clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn mistakes_have_a_place_and_files_outside_cannot_be_read() {
    let mistake = problem("#set document(title: \"a\")\n#let x = 1 +\n");
    assert_eq!(mistake.line, Some(2), "{mistake:?}");
    for template in [
        "#read(\"/etc/passwd\")",
        "#read(\"../secret\")",
        "#include \"other.typ\"",
        "#import \"@preview/cetz:0.3.0\"",
    ] {
        assert!(problem(template).line.is_some(), "{template}");
    }
    // No title: Typst says what PDF/UA misses.
    assert!(
        problem("testo").message.contains("title"),
        "{:?}",
        problem("testo")
    );
}

#[test]
fn loops_and_endless_calls_end() {
    let endless = problem("#{ let i = 0; while i >= 0 { i += 1 } }");
    assert!(endless.message.contains("infinite"), "{endless:?}");
    assert!(problem("#let f() = f()\n#f()").message.contains("depth"));
}

/// Every dictionary of the file that is a structure element of a kind.
fn elements<'a>(document: &'a lopdf::Document, kind: &str) -> Vec<&'a lopdf::Dictionary> {
    let is = |dictionary: &lopdf::Dictionary| {
        dictionary
            .get(b"S")
            .and_then(lopdf::Object::as_name)
            .is_ok_and(|name| name == kind.as_bytes())
            && dictionary.has(b"P")
    };
    document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|each| is(each))
        .collect()
}

#[test]
fn another_reader_finds_structure_language_title_standards_and_fonts() {
    let made = pdf(&job(&["1.1.d Laboratori"]), &mut || false).unwrap();
    let document = lopdf::Document::load_mem(&made).unwrap();
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"it");
    let dictionary = |object: &lopdf::Object| {
        document
            .dereference(object)
            .unwrap()
            .1
            .as_dict()
            .unwrap()
            .clone()
    };
    assert!(
        dictionary(catalog.get(b"MarkInfo").unwrap())
            .get(b"Marked")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    assert!(catalog.has(b"StructTreeRoot"));
    let preferences = dictionary(catalog.get(b"ViewerPreferences").unwrap());
    assert!(
        preferences
            .get(b"DisplayDocTitle")
            .unwrap()
            .as_bool()
            .unwrap()
    );
    let metadata = document
        .dereference(catalog.get(b"Metadata").unwrap())
        .unwrap()
        .1
        .as_stream()
        .unwrap();
    let xmp = metadata
        .decompressed_content()
        .unwrap_or_else(|_| metadata.content.clone());
    let xmp = String::from_utf8_lossy(&xmp).into_owned();
    for wanted in [
        "<pdfuaid:part>1<",
        "<pdfaid:part>2<",
        "<pdfaid:conformance>A<",
        "Schede di prova",
    ] {
        assert!(xmp.contains(wanted), "{wanted} in {xmp}");
    }
    let figures = elements(&document, "Figure");
    assert!(!figures.is_empty() && figures.iter().all(|figure| figure.has(b"Alt")));
    assert_eq!(elements(&document, "Table").len(), 1);
    assert_eq!(
        elements(&document, "TH").len(),
        3,
        "a header for each column"
    );
    assert_eq!(
        elements(&document, "H1").len(),
        5,
        "a heading for each part"
    );
    let fonts: Vec<_> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|each| {
            each.get(b"Type")
                .and_then(lopdf::Object::as_name)
                .is_ok_and(|name| name == b"FontDescriptor")
        })
        .collect();
    assert!(
        fonts.len() >= 3
            && fonts
                .iter()
                .all(|font| font.has(b"FontFile2") || font.has(b"FontFile3"))
    );
}

#[test]
fn who_waits_may_stop() {
    // Each call has other arguments, so that nothing is remembered.
    let slow = "#let f(n, s) = if n == 0 { 0 } else { f(n - 1, s + \"a\") + f(n - 1, s + \"b\") }\n#f(40, \"\")";
    let mut asked = 0;
    let mut stop = || {
        asked += 1;
        asked > 2
    };
    let result = pdf(
        &Job {
            template: slow.to_owned(),
            ..job(&["Una"])
        },
        &mut stop,
    );
    assert_eq!(result, Err(PaperError::Stopped));
    // Had nobody stopped it, it would have gone on until it is too slow.
    assert_eq!(asked, 3);
}
