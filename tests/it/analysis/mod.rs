//! Analysis of a whole document: the sample, against the screen's sums and against other people's programs.

mod peers;
mod ties;

use ordito::analysis::coherence::{Meeting, Rows};
use ordito::analysis::{Agreement, Metric, Panel, Scores, Sums, kendall, krippendorff, sums};
use ordito::document::{Document, Stamp};
use ordito::library::{NewDocument, SHIPPED_FRAMEWORKS, new_document, sample};
use ordito::model::{AssessorId, Axis, Contents, MatrixId, Timestamp};
use ordito::workspace::{MatrixView, Settings, Workspace};
use std::sync::Arc;

fn sample_document(folder: &std::path::Path) -> (Document, MatrixId) {
    let new = NewDocument {
        title: "Esempio",
        agreed: "Consenso",
        frameworks: &SHIPPED_FRAMEWORKS,
        illustrative: true,
    };
    let stamp = Stamp {
        at: Timestamp(1),
        by: "prova".to_owned(),
    };
    let mut document = Document::create(
        &folder.join("e.ordito"),
        &new_document(&new).unwrap(),
        &stamp,
    )
    .unwrap();
    document.apply(&sample().unwrap(), &stamp).unwrap().unwrap();
    let matrix = *document.contents().matrices.keys().next().unwrap();
    (document, matrix)
}

fn assessor(contents: &Contents, name: &str) -> AssessorId {
    *contents
        .assessors
        .iter()
        .find(|(_, assessor)| assessor.name == name)
        .unwrap()
        .0
}

fn near(found: f64, expected: f64) {
    assert!((found - expected).abs() < 1e-9, "{found} is not {expected}");
}

#[test]
fn the_grid_and_the_analysis_say_the_same_sums() {
    let folder = tempfile::tempdir().unwrap();
    let (document, matrix) = sample_document(folder.path());
    let contents = document.contents().clone();
    let mut workspace = Workspace::new(Settings::default(), Arc::new(|| Timestamp(1)));
    let path = document.path().to_owned();
    workspace.take(document, path);
    let view = MatrixView::build(&workspace, matrix, 1).unwrap();
    let mut full = 0;
    for assessor in contents.assessors.keys() {
        let scores = Scores::of(&contents, matrix, *assessor).unwrap();
        let layer = view.layer(*assessor);
        let (rows, columns) = (
            sums::lines(&scores, Axis::Rows),
            sums::lines(&scores, Axis::Columns),
        );
        for (line, found) in scores.rows.iter().zip(&rows) {
            assert_eq!(layer.rows[view.row_of(line.item).unwrap()].sums, *found);
        }
        for (line, found) in scores.columns.iter().zip(&columns) {
            assert_eq!(
                layer.columns[view.column_of(line.item).unwrap()].sums,
                *found
            );
        }
        let (all, across): (Sums, Sums) = (rows.iter().collect(), columns.iter().collect());
        assert_eq!(
            (all.net(), all.scored, all.crossings),
            (across.net(), across.scored, across.crossings)
        );
        full += usize::from(all.scored > 100);
    }
    // Seats of a session score no matrix.
    assert!(full >= 3, "{full}");
}

/// The expected numbers are those of krippendorff 0.9.0, scikit-learn 1.9.1 and SciPy 1.17.1 on
/// `sample-policies/valutazioni.csv`; a changed sample needs them computed again.
#[test]
fn the_sample_measured_by_other_programs() {
    let folder = tempfile::tempdir().unwrap();
    let (document, matrix) = sample_document(folder.path());
    let contents = document.contents();
    let panel = Panel::of(contents, matrix, 0);
    assert_eq!(panel.assessors.len(), 3);
    let nets = panel.nets();
    let alpha = |metric| krippendorff(&nets, metric).unwrap().alpha;
    near(alpha(Metric::Nominal), 0.20718758508031587);
    near(alpha(Metric::Ordinal), 0.5541955527498186);
    near(alpha(Metric::Interval), 0.5773424725768551);
    let concordance = kendall(&nets).unwrap();
    assert_eq!((concordance.cells, concordance.assessors), (105, 3));
    near(concordance.chi_squared, 236.83821322123075);
    near(concordance.w, 0.7590968372475344);
    let of = |name| Scores::of(contents, matrix, assessor(contents, name)).unwrap();
    let agreement = Agreement::of(&of("Ufficio A"), &of("Ufficio B"));
    assert_eq!(
        (agreement.both, agreement.exact, agreement.opposite_signs),
        (231, 102, 7)
    );
    near(agreement.mean_net.unwrap(), 0.5887445887445888);
    near(agreement.kappa.unwrap(), 0.6149828881283612);
    assert_eq!(agreement.differences.len(), 231 - 102);
    assert!(
        agreement
            .differences
            .is_sorted_by(|a, b| a.net.abs() >= b.net.abs())
    );
}

#[test]
fn two_policies_of_the_sample_with_the_goals_behind_the_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let (document, matrix) = sample_document(folder.path());
    let contents = document.contents();
    let scores = Scores::of(contents, matrix, AssessorId::AGREED).unwrap();
    let place = |code: &str| {
        let policy = contents
            .policies
            .iter()
            .find(|(_, policy)| policy.code == code)
            .unwrap()
            .0;
        scores.row_of(ordito::model::Item::Policy(*policy)).unwrap()
    };
    let rows = Rows::of(&scores);
    let pair = rows.pair(place("PUMS"), place("PTGM"));
    // PUMS and PTGM: goal 3 +2/0, 9 +1/+1, 10 −1/+1, 11 +3/+1: X = 1, Y = 1 + 1, Z = 0.
    assert_eq!(
        (
            pair.common,
            pair.conflicts.intensity,
            pair.synergies.intensity
        ),
        (4, 1.0, 2.0)
    );
    assert_eq!((pair.joint_harm.goals, pair.index()), (0, Some(1.0 / 3.0)));
    let shared = rows.shared(place("PUMS"), place("PTGM"));
    let conflict = shared
        .iter()
        .find(|goal| goal.meeting == Meeting::Conflict)
        .unwrap();
    assert_eq!(
        (contents.item_label(conflict.item).0, conflict.a, conflict.b),
        ("10", -1.0, 1.0)
    );
    assert_eq!(
        rows.all_pairs().len(),
        scores.rows.len() * (scores.rows.len() - 1) / 2
    );
}
