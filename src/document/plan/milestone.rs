//! Named versions.

use super::whole::{moment, sane};
use super::{Rules, Whole, named, short_enough};
use crate::Refusal;
use ordito_model::{Contents, Milestone, MilestoneId, Subject};

impl Rules for Milestone {
    fn called(&self, _id: &MilestoneId, _contents: &Contents) -> String {
        self.name.clone()
    }
    fn check(&self, _id: &MilestoneId, _contents: &Contents) -> Result<(), Refusal> {
        named(Subject::Milestone, &self.name)?;
        short_enough(&[&self.note, &self.by])?;
        if self.step.0 < 0 {
            return Err(Refusal::OutOfRange(self.step.0));
        }
        sane(self.step.0)?;
        moment(self.at)
    }
}
impl Whole for Milestone {}
