"""The server that is attacked: statements, crashes, and what its log says."""
import os
import re
import subprocess

WORK, BIN, OWNER = os.environ["WORK"], os.environ["PGBIN"], os.environ["OWNER"]
os.environ["PGOPTIONS"] = "-c client_min_messages=error"
FALLEN = re.compile(r"terminated by signal|PANIC|TRAP:|could not read block|invalid page")


def run(sql, database="postgres", options=()):
    """Runs a script; returns rows, errors."""
    p = subprocess.run([f"{BIN}/psql", "-XAtq", "-h", f"{WORK}/socket", "-U", "postgres", "-d", database, *options],
                       input=sql.encode("utf-8", "surrogateescape") if isinstance(sql, str) else sql, capture_output=True)
    return p.stdout.decode("utf-8", "replace").rstrip("\n").split("\n") if p.stdout else [], p.stderr.decode("utf-8", "replace")


def start(sql, database="postgres"):
    """Starts a script that goes on beside us."""
    p = subprocess.Popen([f"{BIN}/psql", "-XAtq", "-h", f"{WORK}/socket", "-U", "postgres", "-d", database],
                         stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    p.stdin.write(sql.encode())
    p.stdin.close()
    return p


def control(*arguments):
    as_owner = ["setpriv", "--reuid", OWNER, "--regid", OWNER, "--clear-groups"] if os.getuid() == 0 else []
    subprocess.run([*as_owner, f"{BIN}/pg_ctl", "-D", f"{WORK}/data", "-l", f"{WORK}/server.log", "-w", *arguments],
                   check=True, cwd=WORK, stdout=subprocess.DEVNULL)


def crash():
    control("stop", "-m", "immediate")
    control("start")


_seen = 0


def fallen():
    """Lines of the log, since the last time, of a server that fell."""
    global _seen
    with open(f"{WORK}/server.log", "rb") as log:
        log.seek(_seen)
        text = log.read()
        _seen += len(text)
    return [line for line in text.decode("utf-8", "replace").splitlines() if FALLEN.search(line)]


def write_file(name, data):
    path = f"{WORK}/files/{name}"
    with open(path, "wb") as out:
        out.write(data)
    os.chmod(path, 0o644)
    return path


def literal(text):
    return "'" + text.replace("\x00", "").replace("'", "''") + "'"
