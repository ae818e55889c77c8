//! What was asked for.

/// Shown by `--help` and after a command line that makes no sense.
pub const USAGE: &str = "\
Usage: cargo xtask <command>

  build [--single-file]          makes the site in dist/ and the package in pkg/chalknet/; with the flag also
                                 dist/chalknet.html, the whole page as one file
  serve [--port N] [--host H]    builds, then serves the site (port 8080 or the next free one, on localhost)
  test                           checks everything: format, lints, Rust tests, types, the page in a browser
  browsers                       puts what the last tests found in which browser into the README
  shots                          takes the README's pictures anew, into docs/
  bench [--only NAME] [--rounds N] [--seed N] [--json FILE] [--picture FILE]
                                 measures the project against its peers in a browser
  bench --native [cpu | gpu]     measures training without a browser, beside PyTorch and Keras where they are

Each command first sets up what it needs and the machine lacks, and says so.";

/// Where to serve.
#[derive(Debug, PartialEq, Eq)]
pub struct Address {
    /// A name or an IP address of this machine.
    pub host: String,
    /// The port to take, or none to take the first free one.
    pub port: Option<u16>,
}

/// What the site is made into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Files for a server.
    Site,
    /// Those, and the whole page as one file that needs none.
    SiteAndSingleFile,
}

/// One command with its settings.
#[derive(Debug, PartialEq, Eq)]
pub enum Task {
    Help,
    Build(Form),
    Serve(Address),
    Test,
    Browsers,
    Shots,
    /// With the words for tests/bench/run.js, which reads them.
    Bench(Vec<String>),
}

/// Reads the words after `cargo xtask`.
///
/// # Errors
/// One sentence about the first word that makes no sense.
pub fn parse(words: impl IntoIterator<Item = String>) -> Result<Task, String> {
    let mut words = words.into_iter();
    let command = words.next().ok_or("a command is missing")?;
    let task = match command.as_str() {
        "help" | "--help" | "-h" => Task::Help,
        "build" => Task::Build(parse_form(&mut words)?),
        "serve" => Task::Serve(parse_address(&mut words)?),
        "test" => Task::Test,
        "browsers" => Task::Browsers,
        "shots" => Task::Shots,
        "bench" => Task::Bench(words.by_ref().collect()),
        _ => return Err(format!("there is no command \"{command}\"")),
    };
    match words.next() {
        None => Ok(task),
        Some(word) => Err(format!("\"{command}\" does not take \"{word}\"")),
    }
}

fn parse_form(words: &mut impl Iterator<Item = String>) -> Result<Form, String> {
    match words.next().as_deref() {
        None => Ok(Form::Site),
        Some("--single-file") => Ok(Form::SiteAndSingleFile),
        Some(word) => Err(format!("\"build\" does not take \"{word}\"")),
    }
}

fn parse_address(words: &mut impl Iterator<Item = String>) -> Result<Address, String> {
    let mut address = Address { host: "localhost".to_owned(), port: None };
    while let Some(flag) = words.next() {
        let mut value = || words.next().ok_or(format!("\"{flag}\" needs a value"));
        match flag.as_str() {
            "--host" => address.host = value()?,
            "--port" => address.port = Some(parse_port(&value()?)?),
            _ => return Err(format!("\"serve\" does not take \"{flag}\"")),
        }
    }
    Ok(address)
}

fn parse_port(word: &str) -> Result<u16, String> {
    match word.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => Err(format!("a port is a number from 1 to 65535, not \"{word}\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse_line(line: &str) -> Result<Task, String> {
        parse(line.split_whitespace().map(str::to_owned))
    }

    fn serve_on(host: &str, port: Option<u16>) -> Result<Task, String> {
        Ok(Task::Serve(Address { host: host.to_owned(), port }))
    }

    #[test]
    fn every_command_is_understood() {
        assert_eq!(parse_line("build"), Ok(Task::Build(Form::Site)));
        assert_eq!(parse_line("build --single-file"), Ok(Task::Build(Form::SiteAndSingleFile)));
        assert_eq!(parse_line("test"), Ok(Task::Test));
        assert_eq!(parse_line("browsers"), Ok(Task::Browsers));
        assert_eq!(parse_line("shots"), Ok(Task::Shots));
        assert_eq!(parse_line("bench --rounds 3"), Ok(Task::Bench(vec!["--rounds".into(), "3".into()])));
        assert_eq!(parse_line("--help"), Ok(Task::Help));
        assert_eq!(parse_line("serve"), serve_on("localhost", None));
    }

    #[test]
    fn serve_takes_a_port_and_a_host_in_any_order() {
        assert_eq!(parse_line("serve --port 9000"), serve_on("localhost", Some(9000)));
        assert_eq!(parse_line("serve --host 0.0.0.0 --port 80"), serve_on("0.0.0.0", Some(80)));
        assert_eq!(parse_line("serve --port 80 --host 0.0.0.0"), serve_on("0.0.0.0", Some(80)));
    }

    #[test]
    fn what_makes_no_sense_is_refused_by_name() {
        for (line, named) in [
            ("", "missing"),
            ("bild", "bild"),
            ("build --fast", "--fast"),
            ("build --single-file twice", "twice"),
            ("test digits", "digits"),
            ("serve 9000", "9000"),
            ("serve --port", "--port"),
            ("serve --port zero", "zero"),
            ("serve --port 0", "65535"),
            ("serve --port 65536", "65536"),
        ] {
            let problem = parse_line(line).err().unwrap_or_default();
            assert!(problem.contains(named), "\"{line}\" gave: {problem}");
        }
    }
}
