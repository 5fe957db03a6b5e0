//! Asks the linker to pack the addresses that a position-independent program adjusts at its start: 4 MB less. The C
//! library must know of it: glibc does from 2.36 (Debian 12) on. What is built with an older one stays as it was.

fn main() {
    println!("cargo:rerun-if-changed=src/build.rs");
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|it| it == value);
    let same_machine = std::env::var("HOST").ok() == std::env::var("TARGET").ok();
    if same_machine
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
        && packs_addresses()
    {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}

/// `getconf` says, for example, "glibc 2.36".
fn packs_addresses() -> bool {
    let asked = std::process::Command::new("getconf")
        .arg("GNU_LIBC_VERSION")
        .output();
    let said = asked
        .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
        .unwrap_or_default();
    let mut numbers = said
        .trim()
        .rsplit(' ')
        .next()
        .unwrap_or_default()
        .split('.')
        .map(str::parse::<u32>);
    match (numbers.next(), numbers.next()) {
        (Some(Ok(major)), Some(Ok(minor))) => (major, minor) >= (2, 36),
        _ => false,
    }
}
