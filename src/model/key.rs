//! Keys of records as bytes: in the journal, in the content hash, in JSON. Keys that are one id are in `id.rs`.

use super::{
    AssessmentKey, AssessorId, Axis, CrosswalkId, GoalId, Item, LineKey, LinkKey, MatrixId, Only,
    PolicyId,
};

/// A key that can be written as bytes; equal bytes, equal key.
pub trait Key: std::fmt::Debug + Ord + Copy + Send + Sync + 'static {
    fn to_bytes(&self) -> Vec<u8>;
    fn from_bytes(bytes: &[u8]) -> Option<Self>;
}

impl Key for Only {
    fn to_bytes(&self) -> Vec<u8> {
        Vec::new()
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.is_empty().then_some(Self)
    }
}
impl Key for LinkKey {
    fn to_bytes(&self) -> Vec<u8> {
        [self.crosswalk.0, self.from.0, self.to.0].concat()
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let key = Self {
            crosswalk: CrosswalkId(rest.id()?),
            from: GoalId(rest.id()?),
            to: GoalId(rest.id()?),
        };
        rest.0.is_empty().then_some(key)
    }
}
impl Key for LineKey {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.matrix.0.to_vec();
        bytes.push(u8::from(self.axis == Axis::Columns));
        push_item(&mut bytes, self.item);
        bytes
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let matrix = MatrixId(rest.id()?);
        let axis = match rest.byte()? {
            0 => Axis::Rows,
            1 => Axis::Columns,
            _ => return None,
        };
        let key = Self {
            matrix,
            axis,
            item: rest.item()?,
        };
        rest.0.is_empty().then_some(key)
    }
}
impl Key for AssessmentKey {
    fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(68);
        bytes.extend_from_slice(&self.matrix.0);
        bytes.extend_from_slice(&self.assessor.0);
        bytes.extend_from_slice(&self.round.to_be_bytes());
        push_item(&mut bytes, self.row);
        push_item(&mut bytes, self.column);
        bytes
    }
    fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = Bytes(bytes);
        let key = Self {
            matrix: MatrixId(rest.id()?),
            assessor: AssessorId(rest.id()?),
            round: u16::from_be_bytes([rest.byte()?, rest.byte()?]),
            row: rest.item()?,
            column: rest.item()?,
        };
        rest.0.is_empty().then_some(key)
    }
}

fn push_item(bytes: &mut Vec<u8>, item: Item) {
    bytes.push(u8::from(item.goal().is_some()));
    bytes.extend_from_slice(item.bytes());
}

struct Bytes<'a>(&'a [u8]);
impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }
    fn id(&mut self) -> Option<[u8; 16]> {
        let (first, rest) = self.0.split_first_chunk::<16>()?;
        self.0 = rest;
        Some(*first)
    }
    fn item(&mut self) -> Option<Item> {
        match self.byte()? {
            0 => Some(Item::Policy(PolicyId(self.id()?))),
            1 => Some(Item::Goal(GoalId(self.id()?))),
            _ => None,
        }
    }
}
