// Leaving at once, locking when nobody is here, and keeping what is typed. Every page works without this file.
(function () {
  "use strict";
  var page = document.documentElement, said = document.body.dataset, gone = false, sent = null;
  var dirty = null, timer = 0, moved = false, ends = Date.now() + 1000 * (said.left || 0);
  page.className += " script";

  function post(address, fields, alive) {
    return fetch(address, { method: "POST", keepalive: alive, credentials: "same-origin", body: fields });
  }
  function fieldsOf(form) {
    var fields = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (typeof value === "string") fields.append(name, value); });
    return fields;
  }
  function blank() { gone = true; clearTimeout(timer); document.body.textContent = ""; }
  function took(answer) {
    if (answer.redirected) { blank(); location.replace("/"); return ""; }
    return answer.text().then(function (left) { ends = Date.now() + 1000 * left; return left; });
  }

  // What is typed in a form with data-keep is sealed a moment after the last key, and before the page goes.
  function keep(alive) {
    if (!dirty || !said.draft) return;
    var form = dirty, fields = fieldsOf(form), word = form.querySelector("[data-kept]");
    dirty = null;
    var answer = post(said.draft, fields, alive);
    if (alive) { answer.catch(function () {}); return; }
    answer.then(function (given) {
      return given.status === 507 ? given.text().then(Promise.reject.bind(Promise)) : took(given);
    }).then(function (left) { if (left && word) word.textContent = word.dataset.kept; })
      .catch(function (why) {
        if (form !== sent) dirty = dirty || form;
        if (word && typeof why === "string") word.textContent = why;
      });
  }
  function typed(form) {
    if (!form || !form.hasAttribute("data-keep")) return;
    dirty = form;
    sent = null;
    clearTimeout(timer);
    timer = setTimeout(keep, 1500);
  }
  document.addEventListener("input", function (event) { typed(event.target.form); });
  // On a slow phone she may have begun before this file came.
  document.querySelectorAll("[data-keep] input, [data-keep] textarea").forEach(function (field) {
    if (field.value !== field.defaultValue || field.checked !== field.defaultChecked) typed(field.form);
  });
  // What a browser could not send, it writes into its session files. So a form goes only while somebody answers here;
  // asked and answered before the page may change, because only then the browser goes on as it would have.
  var unsent = document.createElement("p");
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || event.target === way) return;
    try {
      var ask = new XMLHttpRequest();
      ask.open("HEAD", said.leave, false);
      ask.send();
    } catch (error) {
      event.preventDefault();
      unsent.className = "said";
      unsent.setAttribute("role", "alert");
      unsent.textContent = said.unsent;
      event.target.insertBefore(unsent, event.target.firstChild);
      unsent.scrollIntoView();
    }
  });
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented) return;
    // What a form sends itself needs no draft, however long its photos take. Any other form leads away from it.
    sent = event.target;
    if (sent === dirty) dirty = null; else keep(true);
  });

  // Leaving: blank first, then tell the server, then go. The button works alone where fetch is missing.
  function leave(event) {
    if (gone || !window.fetch) return;
    if (event) event.preventDefault();
    blank();
    keep(true);
    tell("leave");
    post(said.leave, null, true).catch(function () {});
    location.replace(away);
  }
  var way = document.querySelector(".leave"), away = said.exit || "about:blank";
  if (way) way.addEventListener("submit", leave);

  // Every other tab of hers goes with this one. After "Lock" they wait a moment, until there is only the locked page.
  var tabs = said.left && window.BroadcastChannel && new BroadcastChannel("n");
  function tell(how) { if (tabs) tabs.postMessage(how); }
  if (tabs) tabs.onmessage = function (told) {
    if (gone) return;
    keep(true);
    blank();
    if (told.data === "leave") location.replace(away); else setTimeout(function () { location.replace("/"); }, 1000);
  };
  var lock = document.querySelector(".menu form");
  if (lock) lock.addEventListener("submit", function () { tell("lock"); });
  var shifts = 0, last = 0;
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Shift") { shifts = 0; return; }
    if (event.repeat) return;
    shifts = Date.now() - last < 5000 ? shifts + 1 : 1;
    last = Date.now();
    if (shifts === 3) leave();
  });

  // Back must not bring anything back: the page is empty before the browser puts it away.
  addEventListener("pagehide", function () { keep(true); blank(); });
  addEventListener("pageshow", function (event) { if (event.persisted) location.reload(); });

  // The server locks by itself. The page goes blank when it has, and says while she is busy that she is here.
  if (said.left) {
    ["keydown", "input", "pointerdown", "scroll"].forEach(function (name) {
      addEventListener(name, function () { moved = true; }, { passive: true });
    });
    setInterval(function () {
      if (!moved || gone) return;
      moved = false;
      post(said.stay).then(took).catch(function () {});
    }, 30000);
    var look = function () {
      if (gone || Date.now() < ends) return;
      keep(true);
      blank();
      location.replace("/");
    };
    setInterval(look, 1000);
    document.addEventListener("visibilitychange", look);
  }

  // A screen reader speaks of what changes, not of what was there when the page came: so it is written once more.
  // The focus stays where it is: the next press of Tab leads to the way out.
  setTimeout(function () {
    document.querySelectorAll("#page > .said[role=status]").forEach(function (told) { told.textContent = told.textContent; });
  }, 500);

  // Passphrases: show what is typed, and say how strong it is.
  document.addEventListener("change", function (event) {
    var field = event.target.dataset.show && document.getElementById(event.target.dataset.show);
    if (field) field.type = event.target.checked ? "text" : "password";
  });
  var weighed = document.querySelector("[data-strength]"), wait = 0;
  if (weighed) weighed.addEventListener("input", function () {
    clearTimeout(wait);
    wait = setTimeout(function () {
      post(weighed.dataset.strength, new URLSearchParams({ passphrase: weighed.value }))
        .then(function (answer) { return answer.redirected ? "" : answer.text(); })
        .then(function (words) { document.querySelector("[data-says-strength]").textContent = words; })
        .catch(function () {});
    }, 400);
  });
})();
