package org.toguna.ingest.text;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The text a reader of a web page sees, a line for each block, and what the page says of itself.
 */
record HtmlPage(String text, Metadata metadata, @Nullable Fault fault) {

  private static final Set<String> UNREAD =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "object",
          "head",
          "textarea",
          "select",
          "button",
          "input",
          "canvas",
          "audio",
          "video",
          "option",
          "datalist",
          "noframes",
          "noembed",
          // Struck through: its author has withdrawn it.
          "s",
          "strike",
          "del");
  private static final Set<String> BROKEN = Set.of("br", "hr", "td", "th", "li", "dt", "dd");

  static HtmlPage of(String markup, Limits limits, Instant deadline) throws Unreadable {
    var fault = endsEarly(markup) ? Fault.TRUNCATED : null;
    int cut = Math.min(afterTags(markup, limits.tags()), limits.markup());
    if (cut < markup.length()) {
      fault = Fault.CUT;
    }
    var page = Parser.htmlParser().parseInput(markup.substring(0, cut), "");
    var text = new Walk(limits, deadline, new StyleRules(page, deadline));
    page.filter(text);
    if (text.late) {
      throw new Unreadable(Fault.OUT_OF_TIME, "The page took too long to read.");
    }
    return new HtmlPage(text.read(), metadata(page), text.full ? Fault.CUT : fault);
  }

  private static boolean endsEarly(String markup) {
    int from = Math.max(0, markup.length() - 4096);
    var head = markup.substring(0, Math.min(4096, markup.length())).toLowerCase(Locale.ROOT);
    var tail = markup.substring(from).toLowerCase(Locale.ROOT);
    return head.contains("<html") && !tail.contains("</html");
  }

  private static int afterTags(String markup, int most) {
    int tags = 0;
    for (int at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at + 1)) {
      if (++tags > most) {
        return at;
      }
    }
    return markup.length();
  }

  private static Metadata metadata(Document page) {
    var language = page.select("html").attr("lang");
    return new Metadata(
        first(page, "meta[property=og:title]", "meta[name=twitter:title]", "title"),
        first(page, "meta[property=og:site_name]", "meta[name=publisher]"),
        Metadata.published(
            first(
                page,
                "meta[property=article:published_time]",
                "meta[itemprop=datePublished]",
                "meta[name=date]",
                "meta[name=dcterms.date]",
                "meta[name=DC.date]",
                "time[itemprop=datePublished]",
                "time[pubdate]",
                "article time[datetime]")),
        first(page, "link[rel=canonical]", "meta[property=og:url]"),
        language.isBlank() ? null : language.strip(),
        first(page, "meta[name=author]", "meta[property=article:author]"),
        null);
  }

  private static @Nullable String first(Document page, String... selectors) {
    for (var selector : selectors) {
      var found = page.selectFirst(selector);
      if (found == null) {
        continue;
      }
      for (var attribute : new String[] {"content", "datetime", "href"}) {
        if (!found.attr(attribute).isBlank()) {
          return found.attr(attribute).strip();
        }
      }
      if (!found.text().isBlank()) {
        return found.text().strip();
      }
    }
    return null;
  }

  /** Collects text, a new line at every block, white space as a browser shows it. */
  private static final class Walk implements NodeFilter {
    private final Limits limits;
    private final Instant deadline;
    private final StringBuilder collected = new StringBuilder();
    private int seen;
    private int preformatted;
    private boolean late;
    private boolean full;
    private final StyleRules styles;
    private final Deque<Look> looks = new ArrayDeque<>(List.of(Look.PLAIN));

    Walk(Limits limits, Instant deadline, StyleRules styles) {
      this.limits = limits;
      this.deadline = deadline;
      this.styles = styles;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      if ((++seen & 0x3FF) == 0 && Instant.now().isAfter(deadline)) {
        late = true;
        return FilterResult.STOP;
      }
      if (node instanceof TextNode words) {
        if (looks.getLast().seen()) {
          words(words);
        }
        full = collected.length() > limits.characters();
        return full ? FilterResult.STOP : FilterResult.CONTINUE;
      }
      if (node instanceof Element element) {
        var look = looks.getLast().inside(element, styles.of(element));
        boolean closed = element.normalName().equals("dialog") && !element.hasAttr("open");
        if (UNREAD.contains(element.normalName()) || closed || look == null) {
          return FilterResult.SKIP_ENTIRELY;
        }
        looks.addLast(look);
        breaks(element);
        preformatted += element.normalName().equals("pre") ? 1 : 0;
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        looks.removeLast();
        preformatted -= element.normalName().equals("pre") ? 1 : 0;
        breaks(element);
      }
      return FilterResult.CONTINUE;
    }

    private void breaks(Element element) {
      if (element.isBlock() || BROKEN.contains(element.normalName())) {
        trimTrailingSpace();
        if (!collected.isEmpty() && collected.charAt(collected.length() - 1) != '\n') {
          collected.append('\n');
        }
      }
    }

    private void words(TextNode node) {
      var raw = node.getWholeText();
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
        if (!space || preformatted > 0) {
          collected.append(c);
        } else if (!collected.isEmpty() && !endsBlank()) {
          collected.append(' ');
        }
      }
    }

    private boolean endsBlank() {
      char last = collected.charAt(collected.length() - 1);
      return last == ' ' || last == '\n';
    }

    private void trimTrailingSpace() {
      while (!collected.isEmpty() && collected.charAt(collected.length() - 1) == ' ') {
        collected.setLength(collected.length() - 1);
      }
    }

    String read() {
      trimTrailingSpace();
      collected.setLength(Math.min(collected.length(), limits.characters()));
      return collected.toString();
    }
  }
}
