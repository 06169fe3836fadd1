// Carries messages to the second wasm, in a worker or, where there can be none, in the page. Classic script, ES5 but for
// what the wasm needs anyway. A fragment: `publish` puts it in one function with the worker's glue.
//
// A message is [number, [json, bytes…]]; the first one is [0, wasm]. An answer is [number, [json, bytes…]] or
// [number, null, words] where something went wrong.

var answer = null;
var inWorker = typeof WorkerGlobalScope !== 'undefined' && self instanceof WorkerGlobalScope;
self.__gongxunWorker = {
  offer: function (answers) {
    answer = answers;
  }
};

/** Starts the wasm; then `ask([json, bytes…])` gives the answer of the same form. */
function start(wasm) {
  return wasm_bindgen({ module_or_path: wasm }).then(function () {
    return answer;
  });
}

if (inWorker) {
  self.onmessage = function (event) {
    var number = event.data[0];
    var failed = function (error) {
      self.postMessage([number, null, String((error && error.message) || error)]);
    };
    if (number === 0) {
      start(event.data[1]).then(function () {
        self.postMessage([0, []]);
      }, failed);
      return;
    }
    try {
      var said = answer(event.data[1]);
      self.postMessage(
        [number, said],
        said.slice(1).map(function (bytes) {
          return bytes.buffer;
        })
      );
    } catch (error) {
      failed(error);
    }
  };
} else {
  self.__gongxunWorker.start = start;
}
