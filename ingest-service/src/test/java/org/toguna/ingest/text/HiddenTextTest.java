package org.toguna.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of a page does not see, and what its author struck through, is not read. */
class HiddenTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>Seen.</p><p style='display:none'>HIDDEN</p>",
        "<p>Seen.</p><p style='display : none !important'>HIDDEN</p>",
        "<p>Seen. <s>HIDDEN</s> <del>HIDDEN</del> <strike>HIDDEN</strike></p>",
        "<p>Seen. <span style='text-decoration: line-through'>HIDDEN</span></p>",
        "<style>.x{display:none} #y, p.z {visibility:hidden}</style><div class=x>HIDDEN</div>"
            + "<p id=y>HIDDEN <span style='visibility:visible'>Seen.</span></p><p class=z>HIDDEN</p>",
        "<style>@media screen {.b{display:none}}</style><p class=b>HIDDEN</p><p>Seen.</p>",
        "<p style='color:#fff'>HIDDEN</p><p style='color:white;background:black'>Seen.</p>",
        "<div style='background:#000'><p>HIDDEN</p></div><p>Seen.</p>",
        "<p style='color:rgba(0,0,0,0)'>HIDDEN</p><font color=white>HIDDEN</font><p>Seen.</p>",
        "<p style='font-size:0'>HIDDEN<span style='font-size:12px'>Seen.</span></p>",
        "<p style='position:absolute;left:-9999px'>HIDDEN</p><p>Seen.</p>",
        "<p style='position:absolute;clip:rect(0,0,0,0)'>HIDDEN</p><p>Seen.</p>",
        "<p style='text-indent:-9999px'>HIDDEN</p><p style='opacity:0'>HIDDEN</p><p>Seen.</p>",
        "<p style='height:0;overflow:hidden'>HIDDEN</p><p style='transform:scale(0)'>HIDDEN</p>Seen.",
        "<p hidden>HIDDEN</p><noscript>HIDDEN</noscript><template><p>HIDDEN</p></template>"
            + "<!-- HIDDEN --><script>HIDDEN</script><dialog>HIDDEN</dialog><p>Seen.</p>"
      })
  void isNotPartOfTheText(String page) {
    var text = read(page);

    assertThat(text).doesNotContain("HIDDEN").contains("Seen.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<style>@media print{.a{display:none}}</style><p class=a>Seen.</p>",
        "<style>@media (max-width: 600px) {.a{display:none}}</style><p class=a>Seen.</p>",
        "<style>.c{display:none} .d .c{display:block}</style><div class=d><p class=c>Seen.</p></div>",
        "<p style='font-size:0.9em;color:#333'>Seen.</p>",
        "<p aria-hidden='true'>Seen.</p>",
        "<ins>Seen.</ins>",
        "<style>p{display:none</style><p style='display:block'>Seen.</p>"
      })
  void whatIsSeenIsRead(String page) {
    assertThat(read(page)).contains("Seen.");
  }

  private static String read(String page) {
    var text =
        new ReportReader()
            .read(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8")
            .text();
    assertThat(text).as(page).isNotNull();
    return text.value();
  }
}
