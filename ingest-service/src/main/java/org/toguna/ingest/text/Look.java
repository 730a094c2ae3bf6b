package org.toguna.ingest.text;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * How the words of an element look to a reader of the page: what is not displayed, has no size or
 * has the colour of its ground is not seen, and what is struck through is withdrawn.
 */
record Look(boolean visible, boolean sized, @Nullable String colour, @Nullable String ground) {

  static final Look PLAIN = new Look(true, true, "#000000", "#ffffff");

  private static final double FAR = -500;
  private static final Pattern NUMBER = Pattern.compile("-?\\d{0,9}(?:\\.\\d{1,6})?");
  private static final Pattern HEX = Pattern.compile("#([0-9a-f]{3,8})");
  private static final Pattern RGB =
      Pattern.compile(
          "rgba?\\(\\s*(\\d{1,3})[ ,]+(\\d{1,3})[ ,]+(\\d{1,3})(?:[ ,/]+([\\d.]{1,6}%?))?\\s*\\)");
  private static final Map<String, String> NAMES =
      Map.of(
          "white", "#ffffff",
          "black", "#000000",
          "red", "#ff0000",
          "yellow", "#ffff00",
          "blue", "#0000ff",
          "gray", "#808080",
          "grey", "#808080",
          "silver", "#c0c0c0",
          "transparent", "transparent");

  boolean seen() {
    return visible
        && sized
        && !"transparent".equals(colour)
        && (colour == null || !colour.equals(ground));
  }

  /** What an element inside looks like, or null where it and all inside it are not seen. */
  @Nullable Look inside(Element element, Map<String, String> style) {
    if (element.hasAttr("hidden") || goneAltogether(style)) {
      return null;
    }
    var visibility = style.get("visibility");
    var size = style.getOrDefault("font-size", style.get("font"));
    var text = colour(style.getOrDefault("color", element.attr("color")));
    var back =
        colour(
            style.getOrDefault(
                "background-color", style.getOrDefault("background", element.attr("bgcolor"))));
    return new Look(
        visibility == null ? visible : !visibility.matches("hidden|collapse"),
        size == null || number(size) == null ? sized : size(size) > 1,
        text == null ? colour : text,
        back == null || back.equals("transparent") ? ground : back);
  }

  private static boolean goneAltogether(Map<String, String> style) {
    return is(style, "display", "none")
        || is(style, "content-visibility", "hidden")
        || style.getOrDefault("text-decoration", "").contains("line-through")
        || style.getOrDefault("text-decoration-line", "").contains("line-through")
        || atMost(style, "opacity", 0.05)
        || atMost(style, "zoom", 0)
        || atMost(style, "text-indent", FAR)
        || atMost(style, "margin-left", FAR)
        || atMost(style, "margin-top", FAR)
        || away(style)
        || style
            .getOrDefault("transform", "")
            .matches(".*(scale[xy]?\\(0[,)]|translate[xy]?\\(-\\d{4}).*")
        || style.getOrDefault("overflow", "").contains("hidden") && noRoom(style);
  }

  private static boolean away(Map<String, String> style) {
    if (!style.getOrDefault("position", "").matches("absolute|fixed")) {
      return false;
    }
    return atMost(style, "left", FAR)
        || atMost(style, "top", FAR)
        || atMost(style, "right", FAR)
        || atMost(style, "bottom", FAR)
        || style.getOrDefault("clip", "").matches("rect\\((?:[01](?:px)?[ ,]*){4}\\)")
        || style.getOrDefault("clip-path", "").matches("inset\\((?:50|100)%.*|circle\\(0.*");
  }

  private static boolean noRoom(Map<String, String> style) {
    return atMost(style, "width", 1)
        || atMost(style, "height", 1)
        || atMost(style, "max-width", 1)
        || atMost(style, "max-height", 1);
  }

  private static boolean is(Map<String, String> style, String name, String value) {
    return value.equals(style.get(name));
  }

  private static boolean atMost(Map<String, String> style, String name, double most) {
    var value = number(style.getOrDefault(name, ""));
    return value != null && value <= most;
  }

  private static double size(String font) {
    var value = number(font);
    boolean relative = font.matches("[\\d.]{1,8}(?:em|rem|%|vw|vh).*");
    return value == null ? 16 : relative && value > 0 ? 16 : value;
  }

  private static @Nullable Double number(String value) {
    Matcher number = NUMBER.matcher(value);
    if (!number.lookingAt() || number.group().isEmpty() || number.group().equals("-")) {
      return null;
    }
    return Double.valueOf(number.group());
  }

  /** One spelling for the colours that are told apart; null for any other. */
  private static @Nullable String colour(@Nullable String said) {
    if (said == null || said.isBlank()) {
      return null;
    }
    var value = said.strip().toLowerCase(Locale.ROOT);
    if (NAMES.containsKey(value)) {
      return NAMES.get(value);
    }
    Matcher hex = HEX.matcher(value);
    if (hex.lookingAt()) {
      var digits = hex.group(1);
      return digits.length() < 6
          ? "#" + digits.substring(0, 3).replaceAll("(.)", "$1$1")
          : digits.length() == 8 && digits.endsWith("00")
              ? "transparent"
              : "#" + digits.substring(0, 6);
    }
    Matcher rgb = RGB.matcher(value);
    if (rgb.lookingAt()) {
      var alpha = rgb.group(4);
      return alpha != null && alpha.matches("0%?|0?\\.0+|0\\.0+")
          ? "transparent"
          : "#%02x%02x%02x"
              .formatted(
                  Integer.parseInt(rgb.group(1)) & 0xFF,
                  Integer.parseInt(rgb.group(2)) & 0xFF,
                  Integer.parseInt(rgb.group(3)) & 0xFF);
    }
    return null;
  }
}
