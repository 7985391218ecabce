package dev.parley.protocol.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👍",
        "😀",
        "❤️",
        "❤",
        "☺️",
        "©️",
        "🙏🏽",
        "✌🏿",
        "☝🏻",
        "🏻",
        "🇩🇪",
        "🇺🇳",
        "🇽🇰",
        "1️⃣",
        "#️⃣",
        "*️⃣",
        "8⃣",
        "👩‍🚀",
        "👩🏽‍🚀",
        "👨‍👩‍👧‍👦",
        "👩🏻‍❤️‍💋‍👨🏼",
        "🏳️‍🌈",
        "🏴‍☠️",
        "❤️‍🔥",
        "🧑‍🦰",
        "🤷🏾‍♀️",
        "🤷‍♀",
        "👁️‍🗨️",
        "🐻‍❄️",
        "🏴\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
        "🫨",
        "🏴"
      })
  void one_emoji_is_one(String emoji) {
    assertThat(Emoji.isOne(emoji)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "ok",
        "👍ok",
        "👍 ",
        " 👍",
        "👍👍",
        "👍\uFE0E",
        "1",
        "#",
        "5\uFE0F",
        "7\uFE0Fx",
        "🇩",
        "🇩🇪🇫🇷",
        "🇿🇿",
        "👩‍",
        "‍👩",
        "\uFE0F",
        "🍕🏽",
        "👍🏽🏽",
        "🏴\uDB40\uDC67",
        "\uD83D",
        "\u20E3",
        "漢",
        ":)",
        "👨‍👩‍👧‍👦👍",
        "❤️❤️",
        "👍\n",
        "+1"
      })
  void anything_else_is_not(String text) {
    assertThat(Emoji.isOne(text)).isFalse();
  }

  @Property
  void no_text_makes_it_throw_and_two_are_never_one(@ForAll String text) {
    if (Emoji.isOne(text)) {
      assertThat(Emoji.isOne(text + "👍")).isFalse();
    }
    assertThat(Emoji.isOne(text + "!")).isFalse();
  }
}
