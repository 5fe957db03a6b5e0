//! Scales: what cells already use cannot be taken away under them.

use super::whole::Search;
use super::{Draft, Planned, Rules, Whole, named, put as put_record, short_enough, there};
use crate::Refusal;
use ordito_model::{
    CellValue, Contents, Language, Scale, ScaleId, StepLabel, Subject, check_on_scale,
};
use std::collections::BTreeSet;

fn check(scale: &Scale) -> Result<(), Refusal> {
    named(Subject::Scale, scale.name.get(Language::It))?;
    short_enough(&[&scale.key, &scale.version, &scale.source])?;
    for level in &scale.levels {
        short_enough(&[
            &level.label.it,
            &level.label.en,
            &level.guidance.it,
            &level.guidance.en,
        ])?;
    }
    let values: BTreeSet<_> = scale.levels.iter().map(|level| level.value).collect();
    if values.len() < 2 || values.len() != scale.levels.len() {
        return Err(Refusal::ScaleLevels);
    }
    Ok(())
}

impl Rules for Scale {
    fn called(&self, _id: &ScaleId, _contents: &Contents) -> String {
        self.name.get(Language::It).to_owned()
    }
    fn check(&self, _id: &ScaleId, _contents: &Contents) -> Result<(), Refusal> {
        check(self)
    }
    fn search(search: &mut Search<'_>) {
        search.each::<Self>(|_, scale| {
            // Putting a scale brings its levels in order.
            let highest_first = scale
                .levels
                .is_sorted_by_key(|level| std::cmp::Reverse(level.value));
            if highest_first {
                Ok(())
            } else {
                Err(Refusal::ScaleLevels)
            }
        });
    }
}
impl Whole for Scale {
    fn put(contents: &Contents, id: ScaleId, scale: &Self) -> Planned {
        check(scale)?;
        let mut scale = scale.clone();
        scale
            .levels
            .sort_by_key(|level| std::cmp::Reverse(level.value));
        if contents.scales.contains_key(&id) {
            let users: BTreeSet<_> = contents
                .matrices
                .iter()
                .filter(|(_, matrix)| matrix.scale == id)
                .map(|(matrix, _)| *matrix)
                .collect();
            let lost = contents
                .assessments
                .iter()
                .filter(|(key, cell)| {
                    users.contains(&key.matrix) && cell.value != CellValue::Unscored
                })
                .find(|(_, cell)| check_on_scale(cell.value, &scale).is_err());
            if let Some((_, cell)) = lost {
                let name = scale.name.get(Language::It).to_owned();
                return Err(Refusal::LevelInUse {
                    scale: name,
                    value: cell.value.to_string(),
                });
            }
        }
        let name = scale.name.get(Language::It).to_owned();
        Ok(put_record(contents, id, scale, &name))
    }

    fn delete(contents: &Contents, id: ScaleId) -> Planned {
        let name = there::<Self>(contents, id)?
            .name
            .get(Language::It)
            .to_owned();
        if let Some(matrix) = contents.matrices.values().find(|matrix| matrix.scale == id) {
            return Err(Refusal::InUse {
                subject: Subject::Scale,
                name,
                user: matrix.name.clone(),
            });
        }
        let mut draft = Draft::new(contents);
        draft.set::<Self>(id, None);
        Ok((
            draft.patch,
            StepLabel::Deleted {
                subject: Subject::Scale,
                name,
            },
        ))
    }
}
