//! The record of the set of data for the Italian catalogue, DCAT-AP_IT in Turtle.
//!
//! Mandatory for a `dcatapit:Dataset` are identifier, title, description, modified, theme, rightsHolder and
//! accrualPeriodicity; for a `dcatapit:Distribution` format, accessURL and licence; for an Agent name and identifier.
//! (AgID, Linee guida per i cataloghi dati, profilo DCAT-AP_IT.) What only the publishing body knows holds the word
//! `da-compilare` and can be found by it.

use super::Source;
use super::package::{TO_FILL, slug};
use super::sheet::Written;
use ordito_model::Language;
use ordito_words::Words;
use std::fmt::Write as _;

const PREFIXES: &str = "\
@prefix dcatapit: <http://dati.gov.it/onto/dcatapit#> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
";
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";
/// example.org belongs to nobody: an address under it cannot be taken for a real one.
const NOWHERE: &str = "https://www.example.org";

pub fn record(source: &Source<'_>, tables: &[Written]) -> String {
    let base = format!("{NOWHERE}/{TO_FILL}/{}", slug(source.document_title()));
    let both = [
        ("it", Words::new(Language::It)),
        ("en", Words::new(Language::En)),
    ];
    let catalogue = Catalogue { source, both, base };
    let mut text = String::new();
    for line in source.words.open_catalogue_head(TO_FILL).lines() {
        let _ = writeln!(text, "# {line}");
    }
    let _ = writeln!(text, "\n{PREFIXES}");
    catalogue.dataset(&mut text, tables);
    for table in tables {
        catalogue.distribution(&mut text, table);
    }
    catalogue.to_fill(&mut text);
    text
}

/// What is described, in both languages, and the address that all of it lies under.
struct Catalogue<'a> {
    source: &'a Source<'a>,
    both: [(&'static str, Words); 2],
    base: String,
}
impl Catalogue<'_> {
    fn holder(&self) -> String {
        format!("{}/titolare", self.base)
    }
    fn contact(&self) -> String {
        format!("{}/contatto", self.base)
    }
    fn licence(&self) -> String {
        format!("{}/licenza", self.base)
    }
    fn address(&self, table: &Written) -> String {
        format!("{}/{}", self.base, table.shape.file())
    }

    fn dataset(&self, text: &mut String, tables: &[Written]) {
        let Self { source, base, .. } = self;
        let day = source.words.numbers().utc(source.at);
        let day = day.split_once('T').map_or(day.as_str(), |(day, _)| day);
        let _ = writeln!(text, "<{base}> a dcatapit:Dataset, dcat:Dataset ;");
        let document = source.contents.id_text();
        let identifier = literal(&format!("{TO_FILL}:{document}"));
        let _ = writeln!(text, "  dct:identifier {identifier} ;");
        for (tag, words) in &self.both {
            for (what, said) in [
                ("dct:title", source.title(words)),
                ("dct:description", source.description(words)),
                ("dcat:keyword", words.open_keyword()),
            ] {
                let _ = writeln!(text, "  {what} {}@{tag} ;", literal(&said));
            }
        }
        let _ = writeln!(text, "  dct:modified \"{day}\"^^xsd:date ;");
        let _ = writeln!(text, "  dcat:theme <{AUTHORITY}/data-theme/GOVE> ;");
        let _ = writeln!(text, "  dct:language <{AUTHORITY}/language/ITA> ;");
        let frequency = format!("{AUTHORITY}/frequency/UNKNOWN");
        let _ = writeln!(text, "  dct:accrualPeriodicity <{frequency}> ;");
        let holder = self.holder();
        let _ = writeln!(
            text,
            "  dct:rightsHolder <{holder}> ;\n  dct:publisher <{holder}> ;"
        );
        let _ = writeln!(text, "  dcat:contactPoint <{}> ;", self.contact());
        let list: Vec<String> = tables
            .iter()
            .map(|table| format!("<{}>", self.address(table)))
            .collect();
        let _ = writeln!(text, "  dcat:distribution {} .\n", list.join(",\n    "));
    }

    fn distribution(&self, text: &mut String, table: &Written) {
        let address = self.address(table);
        let _ = writeln!(
            text,
            "<{address}> a dcatapit:Distribution, dcat:Distribution ;"
        );
        for (tag, words) in &self.both {
            for (what, said) in [
                ("dct:title", table.shape.title(words)),
                ("dct:description", table.shape.description(words)),
            ] {
                let _ = writeln!(text, "  {what} {}@{tag} ;", literal(&said));
            }
        }
        let _ = writeln!(text, "  dct:format <{AUTHORITY}/file-type/CSV> ;");
        let _ = writeln!(text, "  dcat:byteSize \"{}\"^^xsd:decimal ;", table.bytes);
        let licence = self.licence();
        let _ = writeln!(
            text,
            "  dct:license <{licence}> ;\n  dcat:accessURL <{address}> .\n"
        );
    }

    /// Licence, holder and contact, which only the publishing body knows.
    fn to_fill(&self, text: &mut String) {
        let words = self.source.words;
        let tag = self
            .both
            .iter()
            .find(|(_, each)| each.language() == words.language())
            .map_or("it", |(tag, _)| tag);
        let (licence, holder, contact) = (self.licence(), self.holder(), self.contact());
        let _ = writeln!(
            text,
            "<{licence}> a dcatapit:LicenseDocument, dct:LicenseDocument ;\n  dct:type \
             <http://purl.org/adms/licencetype/UnknownIPR> ;\n  foaf:name {}@{tag} .\n",
            literal(&words.open_licence_to_fill())
        );
        let _ = writeln!(
            text,
            "<{holder}> a dcatapit:Agent, foaf:Agent ;\n  dct:identifier \"{TO_FILL}\" ;\n  foaf:name {}@{tag} .\n",
            literal(&words.open_holder_to_fill())
        );
        let _ = writeln!(
            text,
            "<{contact}> a dcatapit:Organization, vcard:Organization, vcard:Kind ;\n  vcard:fn {}@{tag} ;\n  \
             vcard:hasEmail <mailto:{TO_FILL}@example.org> .",
            literal(&words.open_contact_to_fill())
        );
    }
}

/// A text as Turtle writes it, on one line.
fn literal(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
