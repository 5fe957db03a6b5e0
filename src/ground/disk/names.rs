//! Names of files and folders, without the folders above them.

use std::ffi::OsStr;
use std::path::Path;

/// The ending of a file's name without its point, in small letters; none where it has none.
pub fn ending(path: &Path) -> String {
    path.extension().map_or_else(String::new, |ending| {
        ending.to_string_lossy().to_lowercase()
    })
}
/// A file's name with its ending; none for a folder's root, which is no file.
pub fn file_name(path: &Path) -> String {
    shown(path.file_name())
}
/// A file's name without its ending; none for a folder's root.
pub fn stem(path: &Path) -> String {
    shown(path.file_stem())
}
fn shown(name: Option<&OsStr>) -> String {
    name.map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_told_without_its_folders() {
        let told = |path: &str| {
            [
                ending(Path::new(path)),
                file_name(Path::new(path)),
                stem(Path::new(path)),
            ]
        };
        assert_eq!(
            told("/tmp/Analisi 2.1/Matrice.XLSX"),
            ["xlsx", "Matrice.XLSX", "Matrice"]
        );
        assert_eq!(told("/"), ["", "", ""]);
        assert_eq!(told(".ordito"), ["", ".ordito", ".ordito"]);
    }
}
