//! Random documents leave as open data, pictures and workbooks that are sound.

use super::{open_data, template};
use crate::document::chance::{Random, stamp};
use crate::document::generate::{KINDS, edit};
use crate::document::small::first_edit;
use crate::figure::read_svg;
use ordito::document::plan;
use ordito::export::{ExportError, template_xlsx, write_open_data};
use ordito::figure::{MatrixPart, matrix_picture, svg};
use ordito::import::preview_template;
use ordito::model::{Contents, Language, Timestamp};
use ordito::words::Words;

fn contents(seed: u64) -> Contents {
    let mut r = Random(seed);
    let mut contents = Contents::default();
    let (patch, _) = plan(&contents, &first_edit(5), &stamp(&mut r)).unwrap();
    contents.commit(&patch);
    for _ in 0..250 {
        let kind = match r.below(10) {
            0..=4 => "SetCells",
            5 | 6 => r.pick(&[
                "AddPolicies",
                "AddGoals",
                "AddMatrix",
                "PutAssessor",
                "PutSource",
                "AddLines",
            ]),
            _ => KINDS[r.below(KINDS.len() - 2)],
        };
        let next = edit(&mut r, &contents, kind, &[]);
        if let Ok((patch, _)) = plan(&contents, &next, &stamp(&mut r)) {
            contents.commit(&patch);
        }
    }
    contents
}

#[test]
fn random_documents_leave_sound_in_every_form() {
    let words = [Language::It, Language::En].map(Words::new);
    let (mut n_matrices, mut n_cells, mut n_came_back) = (0, 0, 0);
    for seed in 1..=30 {
        println!("seed {seed}");
        let folder = tempfile::tempdir().unwrap();
        let contents = contents(seed);
        let words = &words[seed as usize % 2];
        let to = folder.path().join("dati");
        write_open_data(&to, &contents, words, Timestamp(0), false).unwrap();
        let tables = open_data::check(&to);
        n_cells += tables
            .iter()
            .filter(|(name, _)| name.starts_with("valutazioni"))
            .map(|(_, t)| t.len())
            .sum::<usize>();
        for matrix in contents.matrices.keys() {
            for assessor in contents.assessors.keys() {
                let part = MatrixPart::whole(*matrix, *assessor);
                let picture = matrix_picture(&contents, words, &part);
                if let Some(picture) = &picture {
                    n_matrices += 1;
                    read_svg(&svg(picture, None));
                }
                match template_xlsx(&contents, words, *matrix, *assessor) {
                    Ok(workbook) => {
                        let filled = template::found(folder.path(), &workbook).unwrap();
                        let preview = preview_template(&contents, &filled).unwrap();
                        assert!(
                            preview.is_whole() && preview.changes.is_empty(),
                            "{preview:?}"
                        );
                        assert_eq!(preview.newer, 0);
                        n_came_back += preview.same;
                    }
                    Err(ExportError::NoMatrix) => assert!(picture.is_none()),
                    Err(error) => panic!("{error}"),
                }
            }
        }
    }
    assert!(
        n_matrices > 50 && n_cells > 500 && n_came_back > 100,
        "{n_matrices} {n_cells} {n_came_back}"
    );
}
