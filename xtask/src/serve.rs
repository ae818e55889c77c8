//! Serving the finished site.

use std::{
    net::{TcpListener, TcpStream, ToSocketAddrs},
    process::Child,
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail, ensure};

use crate::{command_line::Address, process::node};

/// Where the search for a free port begins.
const FIRST_PORT: u16 = 8080;
const PORTS_TO_TRY: u16 = 100;
const START_LIMIT: Duration = Duration::from_secs(20);

/// Serves dist/ until it is stopped.
///
/// # Errors
/// When the port is taken, no port is free, or the server ends.
pub fn serve(address: &Address) -> Result<()> {
    let host = address.host.as_str();
    let port = match address.port {
        Some(port) => {
            ensure!(
                is_free(host, port)?,
                "port {port} is taken; choose another with --port, or leave --port out"
            );
            port
        }
        None => (FIRST_PORT..FIRST_PORT + PORTS_TO_TRY)
            .find(|&port| is_free(host, port).unwrap_or(false))
            .with_context(|| {
                format!("no port from {FIRST_PORT} on is free on {host}; choose one with --port")
            })?,
    };
    let mut server = node("vite/bin/vite.js")
        .args(["preview", "--strictPort", "--logLevel", "warn", "--host", host, "--port", &port.to_string()])
        .spawn()
        .context("the server could not be started")?;
    wait_until_up(&mut server, host, port)?;
    println!("Chalknet is at http://{host}:{port}/ (stop it with Ctrl+C)");
    let status = server.wait()?;
    bail!("the server ended ({status})");
}

/// Whether every address of the host (localhost has two) lets us listen on the port.
fn is_free(host: &str, port: u16) -> Result<bool> {
    let addresses = (host, port).to_socket_addrs().with_context(|| format!("\"{host}\" is no address"))?;
    let taken = |problem: &std::io::Error| problem.kind() == std::io::ErrorKind::AddrInUse;
    Ok(!addresses.into_iter().any(|address| TcpListener::bind(address).is_err_and(|problem| taken(&problem))))
}

fn wait_until_up(server: &mut Child, host: &str, port: u16) -> Result<()> {
    let started = Instant::now();
    while TcpStream::connect((host, port)).is_err() {
        if let Some(status) = server.try_wait()? {
            bail!("the server ended ({status})");
        }
        ensure!(started.elapsed() < START_LIMIT, "the server did not answer within {START_LIMIT:?}");
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
