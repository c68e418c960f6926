// Checks PDFs against what they claim to be (PDF/A-3a, PDF/UA-1) with veraPDF, in one run of Java for all of them.
// Needs Java 17; the validator is fetched once with Maven into .cache/verapdf. `node scripts/verapdf.mjs FILE...`
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.cache', 'verapdf');
const ARTIFACT = { id: 'org.verapdf.apps:greenfield-apps', version: '1.28.2' };
const MAIN_CLASS = 'org.verapdf.apps.GreenfieldCliWrapper';
const jar = join(folder, `greenfield-apps-${ARTIFACT.version}.jar`);

/** `{ java, jar }`, or `{ missing }` with what is not to be had. */
export function findVerapdf() {
  const home = process.env.JAVA_HOME;
  const java = home ? join(home, 'bin', 'java') : 'java';
  if (spawnSync(java, ['-version']).status !== 0) return { missing: 'Java' };
  if (!existsSync(jar)) fetchJar();
  return existsSync(jar) ? { java, jar } : { missing: 'its jar, which Maven could not fetch' };
}

function fetchJar() {
  mkdirSync(folder, { recursive: true });
  const artifact = `-Dartifact=${ARTIFACT.id}:${ARTIFACT.version}`;
  const output = `-DoutputDirectory=${folder}`;
  spawnSync('mvn', ['-q', 'dependency:copy', artifact, output], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** For each file the profiles that it claims, whether it keeps them, and the clauses that it breaks. */
export function validate({ java, jar }, files) {
  const args = ['-cp', jar, MAIN_CLASS, '--flavour', '0', '--format', 'json', ...files];
  const { stdout, stderr } = spawnSync(java, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  const start = stdout.indexOf('{');
  if (start < 0) throw new Error(`veraPDF gave no report: ${stderr}`);
  const { jobs } = JSON.parse(stdout.slice(start)).report;
  return jobs.map(({ itemDetails, validationResult = [], taskException }) => ({
    file: itemDetails.name,
    profiles: validationResult.map(({ profileName, compliant, details }) => ({
      name: profileName.replace(' validation profile', ''),
      isKept: compliant,
      broken: details.ruleSummaries.map(
        ({ specification, clause, testNumber, description }) =>
          `${specification} ${clause}-${testNumber}: ${description}`,
      ),
    })),
    ...(taskException ? { failure: taskException.exceptionMessage } : {}),
  }));
}

function main(files) {
  const verapdf = findVerapdf();
  if (verapdf.missing) {
    console.error(`veraPDF cannot run without ${verapdf.missing}.`);
    process.exit(3);
  }
  let isFine = true;
  for (const { file, profiles, failure } of validate(verapdf, files)) {
    if (failure) console.log(`FAIL ${file}: ${failure}`);
    for (const { name, isKept, broken } of profiles) {
      console.log([`${isKept ? 'PASS' : 'FAIL'} ${file} ${name}`, ...broken].join('\n  '));
      isFine &&= isKept;
    }
    isFine &&= !failure;
  }
  process.exit(isFine ? 0 : 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
