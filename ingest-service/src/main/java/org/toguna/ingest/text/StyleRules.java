package org.toguna.ingest.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;

/** What a page's own style sheets and style attributes say of its elements. */
final class StyleRules {

  private static final int MOST = 300;
  private static final Pattern COMMENT = Pattern.compile("/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/");
  private static final Pattern TELLING =
      Pattern.compile(
          "display|visibility|opacity|font|text-|color|background|position|clip|overflow|transform"
              + "|content-visibility|width|height|left|top|margin|zoom",
          Pattern.CASE_INSENSITIVE);

  private final Map<Element, Map<String, String>> sheet = new IdentityHashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private record Rule(String selector, Map<String, String> declarations, int weight, int order) {}

  /** Reads the sheets inside the page; what time does not allow is left out. */
  StyleRules(Document page, Instant deadline) {
    for (var style : page.select("style")) {
      var media = style.attr("media").toLowerCase(Locale.ROOT);
      if (media.isBlank() || media.equals("screen") || media.equals("all")) {
        read(COMMENT.matcher(style.data()).replaceAll(" "));
      }
    }
    rules.sort(Comparator.comparingInt(Rule::weight).thenComparingInt(Rule::order));
    for (var rule : rules) {
      if (Instant.now().isAfter(deadline)) {
        break;
      }
      apply(page, rule);
    }
  }

  private void apply(Document page, Rule rule) {
    try {
      for (var element : page.select(rule.selector)) {
        sheet.computeIfAbsent(element, any -> new HashMap<>()).putAll(rule.declarations);
      }
    } catch (Selector.SelectorParseException notUnderstood) {
      // A selector that is not understood hides nothing.
    }
  }

  /** The declarations of an element: its own attribute before the sheets. */
  Map<String, String> of(Element element) {
    var own = declarations(element.attr("style"));
    var given = sheet.get(element);
    if (given == null) {
      return own;
    }
    var all = new HashMap<>(given);
    all.putAll(own);
    return all;
  }

  private void read(String css) {
    int at = 0;
    while (at < css.length() && rules.size() < MOST) {
      int open = css.indexOf('{', at);
      if (open < 0) {
        return;
      }
      var head = css.substring(at, open).strip();
      if (head.indexOf(';') >= 0) {
        head = head.substring(head.lastIndexOf(';') + 1).strip();
      }
      int close = closing(css, open);
      var body = css.substring(open + 1, close);
      if (head.startsWith("@")) {
        if (head.matches("(?i)@media\\s+(?:screen|all)\\s*")) {
          read(body);
        }
      } else if (TELLING.matcher(body).find()) {
        add(head, declarations(body));
      }
      at = close + 1;
    }
  }

  private void add(String head, Map<String, String> declarations) {
    for (var selector : head.split(",")) {
      // Of a pseudo-element or a state, nothing is known here.
      if (!selector.isBlank() && selector.indexOf(':') < 0) {
        rules.add(new Rule(selector.strip(), declarations, weight(selector), rules.size()));
      }
    }
  }

  private static int weight(String selector) {
    int weight = 0;
    for (int i = 0; i < selector.length(); i++) {
      weight += selector.charAt(i) == '#' ? 100 : ".[".indexOf(selector.charAt(i)) >= 0 ? 10 : 0;
    }
    return weight;
  }

  private static int closing(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return css.length() - 1 < open ? open : css.length() - 1;
  }

  private static Map<String, String> declarations(String style) {
    var found = new HashMap<String, String>();
    if (style.isBlank()) {
      return found;
    }
    for (var declaration : style.toLowerCase(Locale.ROOT).split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        var value = declaration.substring(colon + 1).replace("!important", "").strip();
        found.put(declaration.substring(0, colon).strip(), value);
      }
    }
    return found;
  }
}
