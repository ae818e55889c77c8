// Names what an old browser lacks, before anything fails, and has the page tried again, whatever of it has come. It is
// written as an old browser reads it, and sent as it stands.
(function () {
  /**
   * What the browser was given of the page's code it may keep, damaged as it came: it is to ask for all of that again.
   * @param {() => void} then called when it has
   * @param {string[]} [more] what the worker was given, which this page's own list of what has come leaves out
   */
  function fetchAnew(then, more) {
    var isOver = false;
    function end() {
      if (!isOver) then();
      isOver = true;
    }
    /** @param {string} name */
    function fetchOne(name) {
      return fetch(name, { cache: "reload" })
        .then(function (answer) {
          return answer.blob();
        })
        .catch(function () {});
    }
    // What does not come by then is not waited for.
    setTimeout(end, 3000);
    try {
      var entries = performance.getEntriesByType("resource").filter(function (entry) {
        return /\.(js|css)$/.test(entry.name);
      });
      var names = entries.map(function (entry) {
        return entry.name;
      });
      Promise.all(names.concat(more || []).map(fetchOne)).then(end);
    } catch (error) {
      end();
    }
  }
  window.fetchAnew = fetchAnew;

  var again = document.getElementById("again");
  // Without this it forgets the board that the address names.
  if (again) {
    again.onclick = function () {
      fetchAnew(function () {
        location.reload();
      });
      return false;
    };
  }

  /** @type {string[]} */
  var lacks = [];

  /** @param {string} name @param {() => boolean} isThere */
  function need(name, isThere) {
    try {
      if (isThere()) return;
    } catch (error) {
      // Not even what it belongs to is there.
    }
    lacks.push(name);
  }

  need("popover", function () {
    return "popover" in HTMLElement.prototype;
  });
  need("@property", function () {
    return "CSSPropertyRule" in window;
  });
  need("checkVisibility", function () {
    return "checkVisibility" in Element.prototype;
  });
  // Valid only with it: one function, which makes a vector.
  need("WebAssembly SIMD", function () {
    return WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11]));
  });

  var names = lacks.join(", ");
  document.documentElement.setAttribute("data-lacks", names);
  var words = document.getElementById("outdated");
  if (!words || names === "") return;
  words.insertBefore(document.createTextNode(names), words.lastElementChild);
  words.removeAttribute("hidden");
  words.onclick = function () {
    if (words) words.setAttribute("hidden", "");
  };
})();
