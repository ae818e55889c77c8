//! Where a checkout came from, as npm writes it.

use std::{path::Path, process::Command};

use crate::process::output_of;

/// The page of the repository that a folder was checked out of; nothing where it came from no host on the web.
pub fn page_of(folder: &Path) -> Option<String> {
    let remote =
        output_of(Command::new("git").arg("-C").arg(folder).args(["remote", "get-url", "origin"])).ok()?;
    page_at(remote.trim())
}

/// The page at the address that git has, of https or ssh: `https://host/path`. Who fetches there, and with which password,
/// is left out.
fn page_at(remote: &str) -> Option<String> {
    let (scheme, rest) = remote.split_once("://").unwrap_or(("", remote));
    let (authority, path) = match scheme {
        "https" | "ssh" | "git+ssh" => rest.split_once('/')?,
        // The short form of ssh; in a path a slash comes first.
        "" => rest.split_once(':').filter(|(host, _)| !host.contains('/'))?,
        _ => return None,
    };
    let host = authority.rsplit('@').next()?;
    // The one port of ssh, where pages are at none.
    let host = if scheme == "https" { host } else { host.split(':').next()? };
    let path = path.trim_matches('/');
    let path = path.strip_suffix(".git").unwrap_or(path);
    let is_path = !path.is_empty() && !path.contains(['?', '#', '\\']) && !path.contains(char::is_whitespace);
    (is_on_the_web(host) && is_path).then(|| format!("https://{host}/{path}"))
}

/// Not a name that only this machine knows, or its number.
fn is_on_the_web(host: &str) -> bool {
    let name = host.split(':').next().unwrap_or_default();
    let last = name.rsplit_once('.').map_or("", |(_, last)| last);
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || ".-".contains(c));
    is_name(name) && last.starts_with(|c: char| c.is_ascii_alphabetic()) && last != "local"
}

#[cfg(test)]
mod tests {
    use std::{env, fs, process};

    use anyhow::Result;

    use super::*;
    use crate::process::run;

    #[test]
    fn a_checkout_tells_the_page_that_it_came_from() -> Result<()> {
        let folder = env::temp_dir().join(format!("checkout-{}", process::id()));
        let git = |words: &[&str]| run(Command::new("git").arg("-C").arg(&folder).args(words));
        fs::create_dir_all(&folder)?;
        git(&["init", "--quiet"])?;
        assert_eq!(page_of(&folder), None);
        git(&["remote", "add", "origin", "git@example.org:somebody/network.git"])?;
        assert_eq!(page_of(&folder).as_deref(), Some("https://example.org/somebody/network"));
        let path = folder.to_string_lossy();
        git(&["remote", "set-url", "origin", &path])?;
        assert_eq!(page_of(&folder), None);
        Ok(fs::remove_dir_all(&folder)?)
    }

    #[test]
    fn every_form_of_an_address_gives_the_same_page() {
        for remote in [
            "https://example.org/somebody/network",
            "https://example.org/somebody/network.git",
            "https://example.org/somebody/network/",
            "https://somebody:secret@example.org/somebody/network.git",
            "git@example.org:somebody/network.git",
            "example.org:somebody/network",
            "ssh://git@example.org/somebody/network.git",
            "ssh://git@example.org:2222/somebody/network.git",
            "git+ssh://git@example.org/somebody/network.git",
        ] {
            assert_eq!(page_at(remote).as_deref(), Some("https://example.org/somebody/network"), "{remote}");
        }
        let other = page_at("https://example.org:8443/group/part/network.git");
        assert_eq!(other.as_deref(), Some("https://example.org:8443/group/part/network"));
    }

    #[test]
    fn what_is_no_address_on_the_web_gives_none() {
        for remote in [
            "",
            "/home/somebody/network",
            "../network",
            "./network:1/x",
            "file:///home/somebody/network",
            "C:/network",
            "C:\\network",
            "work:somebody/network.git",
            "git@localhost:network.git",
            "https://localhost/network",
            "https://127.0.0.1/network",
            "ssh://git@10.0.0.5:22/network",
            "https://[::1]/network",
            "https://box.local/network",
            "https://example.org/",
            "https://example.org",
            "http://example.org/network",
            "https://example.org/a b",
            "https://example.org/a?token=1",
            "https://%20.org/a",
            "bundle.git",
        ] {
            assert_eq!(page_at(remote), None, "{remote}");
        }
    }
}
