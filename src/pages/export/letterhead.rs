//! The head of what leaves the program: the body's name and mark, and by whom it was made.

use super::logo_png;
use crate::report::sheet::{Mark, SheetFile};
use crate::report::tables::Workbook;
use ordito_model::Letterhead;
use ordito_words::Words;
use std::sync::Arc;

/// What a logo is wide and high at most on paper, in millimetres.
const ROOM: [f64; 2] = [45.0, 9.0];
/// Pixels a millimetre: 300 a inch and a little more.
const FINENESS: f64 = 12.0;

/// The logo as every format can hold it.
fn mark(letterhead: &Letterhead) -> Option<Mark> {
    let png = logo_png(
        letterhead.logo.as_ref()?,
        ROOM.map(|side| (side * FINENESS) as f32),
    )?;
    // The first chunk of a PNG is IHDR: length, name, width, height.
    let side = |at: usize| {
        Some(f64::from(u32::from_be_bytes(
            png.get(at..at + 4)?.try_into().ok()?,
        )))
    };
    let (width, height) = (side(16)?, side(20)?);
    if width < 1.0 || height < 1.0 {
        return None;
    }
    let scale = (ROOM[0] / width).min(ROOM[1] / height);
    Some(Mark {
        file: "ordito-logo.png",
        width: width * scale,
        height: height * scale,
        png: Arc::from(png),
    })
}

/// Person and office, said; empty where neither is known.
fn who(letterhead: &Letterhead, words: &Words) -> String {
    let parts = [letterhead.person.trim(), letterhead.office.trim()]
        .into_iter()
        .filter(|part| !part.is_empty());
    let who = parts.collect::<Vec<_>>().join(", ");
    if who.is_empty() {
        who
    } else {
        words.sheets_signed(who)
    }
}

/// Puts body, mark and who made it on every sheet. A body that the document names stays.
pub fn signed(mut file: SheetFile, letterhead: &Letterhead, words: &Words) -> SheetFile {
    let (who, body) = (who(letterhead, words), letterhead.body.trim());
    let unnamed = file.author.trim().is_empty() && !body.is_empty();
    for sheet in &mut file.sheets {
        if unnamed {
            sheet.header_left = format!("{body} · {}", sheet.header_left);
        }
        if !who.is_empty() {
            sheet.footer = format!("{} · {who}", sheet.footer);
        }
    }
    if unnamed {
        body.clone_into(&mut file.author);
    }
    file.mark = mark(letterhead);
    file.plain()
}

/// The same at the head of a workbook's printed pages.
pub fn signed_workbook(mut book: Workbook, letterhead: &Letterhead, words: &Words) -> Workbook {
    if book.author.trim().is_empty() {
        letterhead.body.trim().clone_into(&mut book.author);
    }
    book.who = who(letterhead, words);
    book.mark = mark(letterhead);
    book
}
