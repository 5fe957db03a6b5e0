//! What ships with the program is whole, and says what is not confirmed.

use ordito::document::{Document, Edit};
use ordito::library::{
    NewDocument, SHIPPED_FRAMEWORKS, framework, frameworks, new_document, sample, sample_document,
    scales,
};
use ordito::model::{CellValue, Timestamp, Wording};

#[test]
fn agenda_2030_has_five_areas_seventeen_goals_and_169_targets() {
    let (_, head, goals) = framework("agenda-2030").unwrap();
    let at = |level| goals.iter().filter(|(_, goal)| goal.level == level).count();
    assert_eq!((at(0), at(1), at(2)), (5, 17, 169));
    assert_eq!(head.levels.len(), 3);
    // The targets' labels are our own short words: none may pass for official.
    assert!(
        goals
            .iter()
            .filter(|(_, goal)| goal.level == 2)
            .all(|(_, goal)| goal.wording == Wording::Provisional)
    );
}

#[test]
fn every_framework_loads_with_unique_codes_and_stable_ids() {
    let all = frameworks().unwrap();
    assert_eq!(all.len(), SHIPPED_FRAMEWORKS.len());
    assert_eq!(all, frameworks().unwrap());
    let missions = &all
        .iter()
        .find(|(_, head, _)| head.key == "amsvs-torino")
        .unwrap()
        .2;
    let missions: Vec<_> = missions
        .iter()
        .filter(|(_, goal)| goal.level == 1)
        .collect();
    assert_eq!(missions.len(), 21);
    assert_eq!(
        missions
            .iter()
            .filter(|(_, goal)| goal.wording == Wording::ToFill)
            .count(),
        20
    );
    assert_eq!(scales().unwrap().len(), 4);
}

#[test]
fn the_sample_is_rich_and_says_it_is_illustrative() {
    let folder = tempfile::tempdir().unwrap();
    let new = NewDocument {
        title: "Esempio",
        agreed: "Consenso",
        frameworks: &SHIPPED_FRAMEWORKS,
        illustrative: true,
    };
    let stamp = ordito::document::Stamp {
        at: Timestamp(1),
        by: "prova".to_owned(),
    };
    let mut document = Document::create(
        &folder.path().join("e.ordito"),
        &new_document(&new).unwrap(),
        &stamp,
    )
    .unwrap();
    let edit = sample().unwrap();
    assert!(matches!(edit, Edit::Together { .. }));
    document.apply(&edit, &stamp).unwrap().unwrap();
    let contents = document.contents();
    let cells: Vec<_> = contents.assessments.values().collect();
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value.is_scored() && !cell.reason.is_empty())
            .count()
            >= 120
    );
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value.is_two_sided())
            .count()
            >= 15
    );
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value == CellValue::NotApplicable)
            .count()
            >= 5
    );
    assert!(
        cells
            .iter()
            .filter(|cell| cell.value == CellValue::DontKnow)
            .count()
            >= 5
    );
    assert!(contents.info().unwrap().illustrative);
    assert!(contents.matrices.values().all(|matrix| matrix.illustrative));
    for code in [
        "1.1.b", "1.1.c", "1.1.d", "1.2.d", "1.3.a", "1.4.a", "2.1.b", "2.2.a", "2.2.c", "3.1.a",
        "3.1.c",
    ] {
        assert!(
            contents.policies.values().any(|policy| policy.code == code),
            "{code}"
        );
    }
    assert_eq!(document.read_again().unwrap(), *document.contents());
    // Documents of earlier versions got it as a step of its own, which goes back as every other.
    let n_cells = document.contents().assessments.len();
    document.undo(&stamp).unwrap();
    assert!(document.contents().policies.is_empty());
    // A new one begins with it, and undo stops there, also after reopening.
    let path = folder.path().join("n.ordito");
    let mut new = Document::create(&path, &sample_document(&new).unwrap(), &stamp).unwrap();
    assert!(new.undo(&stamp).unwrap().is_none());
    drop(new);
    let mut new = Document::open(&path).unwrap();
    assert!(new.undoable().is_empty() && new.undo(&stamp).unwrap().is_none());
    assert_eq!(new.contents().assessments.len(), n_cells);
}
