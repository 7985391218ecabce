package dev.parley.server.reference;

import dev.parley.protocol.api.ErrorCode;
import dev.parley.protocol.api.ErrorSubcode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The catalogue of errors as a page. All of it is in the page, so that it can be read without
/// scripts; the script beside it only hides what the search does not find.
final class ErrorsPage {
  private ErrorsPage() {}

  static byte[] html() {
    var page = new StringBuilder();
    page.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Errors – Parley</title>
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <link rel="stylesheet" href="errors.css">
        <script type="module" src="errors.js"></script>
        </head>
        <body>
        <header>
        <h1>Errors</h1>
        <p>Every code that this server answers, or that the network is known to answer.
        Clients switch on the code; titles marked <i>unverified</i> are not seen in Meta's words.
        The same as data: <a href="errors">errors</a>.</p>
        <label for="search">Search</label>
        <input id="search" type="search" placeholder="131047, window, template …" autocomplete="off">
        <p id="count" role="status"></p>
        </header>
        <main>
        """);
    for (var family : ErrorCode.Family.values()) {
      var codes =
          Arrays.stream(ErrorCode.values()).filter(code -> code.family() == family).toList();
      page.append("<section>\n<h2>").append(text(family.title())).append("</h2>\n");
      codes.forEach(code -> page.append(article(code)));
      page.append("</section>\n");
    }
    return page.append("</main>\n</body>\n</html>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String article(ErrorCode code) {
    return """
    <article id="%d">
    <h3><a href="#%d">%d</a> %s%s</h3>
    <p>%s</p>
    <dl>
    <div><dt>Name</dt><dd><code>%s</code></dd></div>
    <div><dt>HTTP status</dt><dd>%d</dd></div>
    <div><dt>Shows up</dt><dd>%s</dd></div>
    <div><dt>Try again?</dt><dd>%s</dd></div>
    </dl>
    %s<p><a href="%s" rel="noreferrer">Meta's page</a></p>
    </article>
    """
        .formatted(
            code.number(),
            code.number(),
            code.number(),
            text(code.title()),
            code.isTitleVerified() ? "" : " <i>unverified</i>",
            text(code.when()),
            code.name(),
            code.httpStatus(),
            text(code.mode().where()),
            text(code.retry().advice()),
            subcodes(code.subcodes()),
            code.link());
  }

  private static String subcodes(List<ErrorSubcode> subcodes) {
    if (subcodes.isEmpty()) {
      return "";
    }
    var list = new StringBuilder("<h4>With error_subcode</h4>\n<dl class=\"subcodes\">\n");
    for (var subcode : subcodes) {
      list.append(
          "<div><dt>%d</dt><dd>%s%s</dd></div>\n"
              .formatted(
                  subcode.number(),
                  subcode.title().map(title -> "<b>" + text(title) + "</b> ").orElse(""),
                  text(subcode.when())));
    }
    return list.append("</dl>\n").toString();
  }

  private static String text(String plain) {
    return plain
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
