// `gongxun serve` as a child, on a free port.

import { spawn } from 'node:child_process';

/** Serves `folder`; gives its address and `stop()`. */
export function serve(gongxun, folder) {
  const child = spawn(gongxun, ['serve', folder, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`gongxun serve ended with ${code}`)));
    child.stdout.on('data', (data) => {
      const url = (said += data).match(/http:\S+/)?.[0];
      if (url) resolve({ url, stop: () => child.kill() });
    });
  });
}
