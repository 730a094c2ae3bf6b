// A stack of the test's own: free ports, a directory that goes with it, the shipped samples.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { join } from "node:path";

const toguna = fileURLToPath(new URL("../../toguna", import.meta.url));

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

export async function startStack() {
  // Not below another user's home: the database may run as a user that cannot enter there.
  const data = mkdtempSync(join(tmpdir(), "toguna-browser-"));
  const names = ["port", "cases-port", "actors-port", "ingest-port", "postgres-port", "kafka-port"];
  const ports = await Promise.all(names.map(freePort));
  const call = (...words) => execFileSync(toguna, [...words, "--data", data], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  call("up", "--detach", ...names.flatMap((name, i) => [`--${name}`, String(ports[i])]));
  return {
    origin: `http://127.0.0.1:${ports[0]}`,
    token: (role, organisation) => call("token", "--role", role, "--org", organisation).trim().split("\n").pop(),
    stop: () => {
      call("down");
      rmSync(data, { recursive: true, force: true });
    },
  };
}
