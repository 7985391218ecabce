package dev.parley.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.media.MediaKind;
import dev.parley.server.media.FileTypes.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileTypesTest {
  private static final String WORD =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

  static Stream<Arguments> taken() {
    return Stream.of(
        Arguments.of(Samples.JPEG, "image/jpeg", "a.jpg", "image/jpeg"),
        Arguments.of(Samples.JPEG, "image/jpg", "a.jpg", "image/jpeg"),
        Arguments.of(Samples.JPEG, "IMAGE/JPEG", "a.jpg", "image/jpeg"),
        Arguments.of(Samples.JPEG, "", "a.jpg", "image/jpeg"),
        Arguments.of(Samples.JPEG, "application/octet-stream", "photo", "image/jpeg"),
        Arguments.of(Samples.PNG, "image/png", "a.png", "image/png"),
        Arguments.of(Samples.STILL_WEBP, "image/webp", "a.webp", "image/webp"),
        Arguments.of(Samples.MP4, "video/mp4", "a.mp4", "video/mp4"),
        Arguments.of(Samples.MP4, "", "a.mp4", "video/mp4"),
        Arguments.of(Samples.MP4, "audio/mp4", "a.m4a", "audio/mp4"),
        Arguments.of(Samples.MP4, "", "a.m4a", "audio/mp4"),
        Arguments.of(Samples.M4A, "audio/mp4", "a.m4a", "audio/mp4"),
        Arguments.of(Samples.M4A, "audio/x-m4a", "a.m4a", "audio/mp4"),
        Arguments.of(Samples.M4A, "", "a", "audio/mp4"),
        Arguments.of(Samples.THREE_GP, "video/3gpp", "a.3gp", "video/3gpp"),
        Arguments.of(Samples.THREE_GP, "", "a.3gp", "video/3gpp"),
        Arguments.of(Samples.AMR, "audio/amr", "a.amr", "audio/amr"),
        Arguments.of(Samples.AMR, "audio/AMR", "a.amr", "audio/amr"),
        Arguments.of(Samples.MP3, "audio/mpeg", "a.mp3", "audio/mpeg"),
        Arguments.of(Samples.MP3, "audio/mp3", "a.mp3", "audio/mpeg"),
        Arguments.of(Samples.AAC, "audio/aac", "a.aac", "audio/aac"),
        Arguments.of(Samples.AAC, "", "a.aac", "audio/aac"),
        Arguments.of(Samples.OPUS, "audio/ogg", "a.ogg", "audio/ogg"),
        Arguments.of(Samples.OPUS, "audio/ogg; codecs=opus", "a.ogg", "audio/ogg"),
        Arguments.of(Samples.OPUS, "audio/opus", "a.opus", "audio/ogg"),
        Arguments.of(Samples.OPUS, "", "a.ogg", "audio/ogg"),
        Arguments.of(Samples.PDF, "application/pdf", "a.pdf", "application/pdf"),
        Arguments.of(Samples.ZIP, WORD, "a.docx", WORD),
        Arguments.of(Samples.ZIP, "", "a.docx", WORD),
        Arguments.of(Samples.OLE, "application/msword", "a.doc", "application/msword"),
        Arguments.of(Samples.OLE, "", "a.xls", "application/vnd.ms-excel"),
        Arguments.of(Samples.TEXT, "text/plain", "a.txt", "text/plain"),
        Arguments.of(Samples.TEXT, "text/plain;charset=UTF-8", "a.txt", "text/plain"),
        Arguments.of(Samples.TEXT, "", "a.txt", "text/plain"),
        Arguments.of(utf8("<html><p>hi"), "text/plain", "a.txt", "text/plain"),
        Arguments.of(utf8("größer, schöner"), "text/plain", "a.txt", "text/plain"));
  }

  @ParameterizedTest
  @MethodSource
  void taken(byte[] head, String said, String filename, String type) {
    assertThat(judge(head, said, filename))
        .isEqualTo(new Verdict.Taken(MediaKind.of(type).orElseThrow(), type));
  }

  static Stream<Arguments> said_to_be_something_else() {
    return Stream.of(
        Arguments.of(Samples.PNG, "image/jpeg", "image/png"),
        Arguments.of(Samples.PDF, "image/png", "application/pdf"),
        Arguments.of(Samples.MP4, "image/webp", "video/quicktime"),
        Arguments.of(Samples.MOV, "video/mp4", "video/quicktime"),
        Arguments.of(Samples.VORBIS, "audio/ogg", "audio/vorbis"),
        Arguments.of(Samples.STEREO_OPUS, "audio/ogg", "application/ogg"),
        Arguments.of(Samples.TEXT, "application/pdf", "text/plain"),
        Arguments.of(Samples.ZIP, "application/msword", "application/zip"),
        Arguments.of(Samples.OLE, WORD, "application/x-tika-msoffice"),
        Arguments.of(Samples.JPEG, "text/plain", "image/jpeg"),
        Arguments.of(new byte[] {0, 1, 2, 3}, "video/mp4", "application/octet-stream"));
  }

  @ParameterizedTest
  @MethodSource
  void said_to_be_something_else(byte[] head, String said, String found) {
    assertThat(judge(head, said, "a")).isEqualTo(new Verdict.Mismatch(said, found));
  }

  static Stream<Arguments> what_no_message_takes() {
    return Stream.of(
        Arguments.of(Samples.GIF, "image/gif", "image/gif"),
        Arguments.of(Samples.GIF, "", "image/gif"),
        Arguments.of(Samples.ZIP, "application/zip", "application/zip"),
        Arguments.of(Samples.ZIP, "", "application/zip"),
        Arguments.of(Samples.MOV, "", "video/quicktime"),
        Arguments.of(new byte[] {0, 1, 2, 3}, "", "application/octet-stream"));
  }

  @ParameterizedTest
  @MethodSource
  void what_no_message_takes(byte[] head, String said, String told) {
    assertThat(judge(head, said, "a")).isEqualTo(new Verdict.NotTaken(told));
  }

  @Test
  void the_type_of_the_part_counts_more_but_the_bytes_decide() {
    assertThat(FileTypes.judge(Samples.PNG, List.of("application/octet-stream", "image/png"), null))
        .isEqualTo(new Verdict.Taken(MediaKind.IMAGE, "image/png"));
    assertThat(FileTypes.judge(Samples.PNG, List.of("image/jpeg", "image/png"), null))
        .isEqualTo(new Verdict.Taken(MediaKind.IMAGE, "image/png"));
  }

  @Test
  void a_moving_sticker_may_be_larger() {
    assertThat(FileTypes.bytesMax("image/webp", Samples.STILL_WEBP)).isEqualTo(100 * 1024);
    assertThat(FileTypes.bytesMax("image/webp", Samples.ANIMATED_WEBP)).isEqualTo(500 * 1024);
  }

  @Test
  void by_the_first_bytes_alone_the_largest_possible_limit_counts() {
    assertThat(FileTypes.bytesMax(Samples.JPEG)).isEqualTo(5 << 20);
    assertThat(FileTypes.bytesMax(Samples.MP4)).isEqualTo(16 << 20);
    assertThat(FileTypes.bytesMax(Samples.ZIP)).isEqualTo(100 << 20);
    assertThat(FileTypes.bytesMax(Samples.GIF)).isEqualTo(100 << 20);
  }

  @Test
  void a_users_voice_note_is_told_with_its_codec() {
    assertThat(FileTypes.told(Samples.OPUS, List.of(), "voice.ogg"))
        .isEqualTo("audio/ogg; codecs=opus");
    assertThat(FileTypes.told(Samples.GIF, List.of("image/jpeg"), null)).isEqualTo("image/gif");
  }

  private static Verdict judge(byte[] head, String said, @Nullable String filename) {
    return FileTypes.judge(head, List.of(said), filename);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
