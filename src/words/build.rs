//! Writes the methods of `Words`, one for each message (`generate.rs`).

mod generate;

use std::path::Path;

fn main() -> Result<(), String> {
    let texts = Path::new("../../assets/i18n");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=generate.rs");
    println!("cargo:rerun-if-changed={}", texts.display());
    let methods = generate::methods(&[&texts.join("it"), &texts.join("en")])?;
    let folder = std::env::var("OUT_DIR").map_err(|error| error.to_string())?;
    std::fs::write(Path::new(&folder).join("messages.rs"), methods)
        .map_err(|error| error.to_string())
}
