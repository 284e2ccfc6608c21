/** Start of the application: arguments, profile, one instance, then everything in application.ts. */
import { app } from 'electron';
import { startApplication } from './app/application.ts';
import { readArguments } from './app/arguments.ts';
import { keepCrashDumps } from './app/crash-watch.ts';
import { checkPolicy } from './app/check-policy.ts';
import { saveDiagnostics } from './app/save-diagnostics.ts';
import { prepareTour } from './app/tour.ts';
import { startedLine } from './updates/index.ts';
import { registerAppScheme, withoutSpelling } from './windows/index.ts';

const launch = readArguments(process.argv.slice(1), process.cwd());

registerAppScheme();
withoutSpelling();
// A ringing tone has to sound although nobody has clicked yet.
app.commandLine.appendSwitch('autoplay-policy', 'no-user-gesture-required');
// The hidden phone window keeps its SIP timers (B1-9).
app.commandLine.appendSwitch('disable-background-timer-throttling');
app.commandLine.appendSwitch('disable-renderer-backgrounding');
// Chromium refuses its sandbox to root; containers start with --no-sandbox, which this call would undo.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();

if (launch.tour !== undefined) prepareTour();
if (launch.userData !== undefined) app.setPath('userData', launch.userData);
keepCrashDumps();

// macOS hands over the link that starts the application before it is ready.
let startLinks = launch.links;
app.once('open-url', (event, url) => {
  event.preventDefault();
  startLinks = [url];
});

if (launch.checkStart) {
  void app.whenReady().then(() => {
    process.stdout.write(`${startedLine(app.getVersion())}\n`);
    app.exit(0);
  });
} else if (launch.checkPolicy) {
  void app
    .whenReady()
    .then(() => checkPolicy(launch.policy))
    .then((code) => {
      app.exit(code);
    });
} else if (launch.diagnostics !== undefined) {
  const { diagnostics, policy } = launch;
  void app
    .whenReady()
    .then(() => saveDiagnostics(diagnostics, policy))
    .then((code) => {
      app.exit(code);
    });
} else if (app.requestSingleInstanceLock()) {
  void app.whenReady().then(() => startApplication({ ...launch, links: startLinks }));
} else {
  process.stdout.write('Amtsdraht läuft bereits; das offene Fenster kommt nach vorn.\n');
  app.quit();
}
