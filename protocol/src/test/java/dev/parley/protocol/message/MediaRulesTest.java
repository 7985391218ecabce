package dev.parley.protocol.message;

import static dev.parley.protocol.message.Bodies.problems;
import static dev.parley.protocol.message.Bodies.request;
import static dev.parley.protocol.message.Bodies.sends;
import static dev.parley.protocol.message.Bodies.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.api.SendRequest.SendMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRulesTest {

  private static Message read(String type, String media) {
    return ((SendMessage) request(media(type, media))).message();
  }

  private static String media(String type, String media) {
    return sends(
        "'type':'%s','%s':%s".formatted(type, type.toLowerCase(java.util.Locale.ROOT), media));
  }

  @Test
  void a_file_comes_by_id_or_by_link() {
    assertThat(read("image", "{'id':'600','caption':'Soup'}"))
        .isEqualTo(new Image(new MediaSource.Uploaded("600"), "Soup"));
    assertThat(read("VIDEO", "{'link':'http://olive.example/a b'}".replace("a b", "a%20b")))
        .isEqualTo(new Video(new MediaSource.Linked("http://olive.example/a%20b"), null));
    assertThat(read("audio", "{'id':'600','voice':true}"))
        .isEqualTo(new Audio(new MediaSource.Uploaded("600"), true));
    assertThat(read("document", "{'id':'600','filename':'a.pdf','caption':'A'}"))
        .isEqualTo(new Document(new MediaSource.Uploaded("600"), "A", "a.pdf"));
    assertThat(read("sticker", "{'id':'600'}"))
        .isEqualTo(new Sticker(new MediaSource.Uploaded("600")));
  }

  /// `clients.md` 3 and 7.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':600}",
        "{'id':'600','link':''}",
        "{'id':'600','link':null,'caption':''}",
        "{'id':'600','caption':null,'provider':{'name':'x'}}",
        "{'id':'600','filename':'x.jpg','mime_type':'image/jpeg'}"
      })
  void harmless_forms_of_clients_are_taken(String image) {
    assertThat(read("image", image)).isEqualTo(new Image(new MediaSource.Uploaded("600"), null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio", "sticker"})
  void a_sound_and_a_sticker_take_no_caption_but_an_empty_one(String type) {
    assertThat(read(type, "{'id':'600','caption':''}")).isNotNull();
    assertThat(wrong(media(type, "{'id':'600','caption':'x'}")))
        .containsExactly("131009 $.%s.caption".formatted(type));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image", "video", "document"})
  void a_caption_of_1024_characters_passes_and_one_more_does_not(String type) {
    var caption = "🍕".repeat(1024);
    assertThat(read(type, "{'id':'600','caption':'" + caption + "'}")).isNotNull();
    var longer = media(type, "{'id':'600','caption':'" + caption + "x'}");
    assertThat(wrong(longer)).containsExactly("131009 $.%s.caption".formatted(type));
    assertThat(problems(longer).getFirst().told()).contains("has 1025 characters, at most 1024");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image | {} | 131009 $.image",
        "image | {'id':'','link':''} | 131009 $.image",
        "image | {'id':'1','link':'https://olive.example/'} | 131009 $.image",
        "video | {'caption':'x'} | 131009 $.video",
        "sticker | null | 131008 $.sticker",
        "audio | 'x' | 100 $.audio",
        "audio | [] | 100 $.audio",
        "document | {'id':true} | 100 $.document.id",
        "document | {'id':1.5} | 100 $.document.id",
        "document | {'id':'123456789012345678901234567890123'} | 131009 $.document.id",
        "document | {'id':'1','filename':7} | 100 $.document.filename",
        "image | {'link':'ftp://olive.example/a.jpg'} | 131009 $.image.link",
        "image | {'link':'olive.example/a.jpg'} | 131009 $.image.link",
        "image | {'link':'https:///a.jpg'} | 131009 $.image.link",
        "image | {'link':7} | 100 $.image.link",
        "image | {'id':'1','caption':7} | 100 $.image.caption",
        "audio | {'id':'1','voice':'yes'} | 100 $.audio.voice"
      })
  void a_wrong_file_is_refused(String type, String media, String problem) {
    assertThat(wrong(media(type, media))).containsExactly(problem);
  }

  @Test
  void a_file_name_of_255_characters_passes_and_one_more_does_not() {
    var name = "x".repeat(255);
    assertThat(read("document", "{'id':'1','filename':'" + name + "'}")).isNotNull();
    assertThat(wrong(media("document", "{'id':'1','filename':'" + name + "x'}")))
        .containsExactly("131009 $.document.filename");
  }

  @Test
  void all_problems_of_a_file_come_at_once() {
    assertThat(wrong(media("document", "{'link':'x','caption':7,'filename':true}")))
        .containsExactly(
            "131009 $.document.link", "100 $.document.caption", "100 $.document.filename");
  }
}
