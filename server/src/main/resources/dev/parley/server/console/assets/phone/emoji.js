// The emoji of the picker, by group. A choice of what people use, not the whole standard; the
// device draws them in its own style.
const split = (text) =>
  [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)]
    .map((s) => s.segment)
    .filter((s) => s.trim());

export const EMOJI_GROUPS = [
  {
    name: 'Smileys',
    face: '😀',
    list: split(
      '😀😃😄😁😆😅🤣😂🙂🙃😉😊😇🥰😍🤩😘😗😚😙😋😛😜🤪😝🤑🤗🤭🤫🤔🤐🤨😐😑😶😏😒🙄😬🤥😌😔😪🤤😴😷🤒🤕🤢🤮🤧🥵🥶🥴😵🤯🤠🥳😎🤓🧐😕😟🙁😮😯😲😳🥺😦😧😨😰😥😢😭😱😖😣😞😓😩😫🥱😤😡😠🤬😈👿💀💩🤡👻👽🤖',
    ),
  },
  {
    name: 'Gestures and people',
    face: '👋',
    list: split(
      '👋🤚🖐✋🖖👌🤏✌️🤞🤟🤘🤙👈👉👆👇☝️👍👎✊👊🤛🤜👏🙌👐🤲🤝🙏✍️💅🤳💪👀👁👂👃👄👅🧠👶🧒👦👧🧑👨👩🧓👴👵🙍🙎🙅🙆💁🙋🙇🤦🤷👮🧑‍🍳🧑‍🎓🧑‍💻🧑‍🔧👷🤴👸🎅🦸🧚🧘🏃💃🕺👫👪',
    ),
  },
  {
    name: 'Hearts and signs',
    face: '❤️',
    list: split(
      '❤️🧡💛💚💙💜🖤🤍🤎💔❣️💕💞💓💗💖💘💝💯💢💥💫💦💨💬💭💤✅☑️✔️❌❎➕➖❓❗‼️⚠️🚫🔞♻️⭐🌟✨⚡🔥🎉🎊🎈🎁🏆🥇🥈🥉🔔🔕🔒🔓🔑🆗🆕🆒🆓🔝🔙🔜',
    ),
  },
  {
    name: 'Food and drink',
    face: '🍕',
    list: split(
      '🍏🍎🍐🍊🍋🍌🍉🍇🍓🍈🍒🍑🥭🍍🥥🥝🍅🍆🥑🥦🥬🥒🌶🌽🥕🧄🧅🥔🍠🥐🥯🍞🥖🥨🧀🥚🍳🧈🥞🧇🥓🥩🍗🍖🌭🍔🍟🍕🥪🥙🧆🌮🌯🥗🥘🍝🍜🍲🍛🍣🍱🥟🍤🍙🍚🍘🍥🍢🍡🍧🍨🍦🥧🧁🍰🎂🍮🍭🍬🍫🍿🍩🍪🌰🥜🍯🥛🍼☕🍵🧃🥤🍶🍺🍻🥂🍷🥃🍸🍹🍾🧊',
    ),
  },
  {
    name: 'Animals and nature',
    face: '🐶',
    list: split(
      '🐶🐱🐭🐹🐰🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🙈🙉🙊🐔🐧🐦🐤🦆🦅🦉🐺🐗🐴🦄🐝🐛🦋🐌🐞🐜🐢🐍🐙🦑🦐🦀🐠🐟🐬🐳🦈🐊🐘🦒🦘🐄🐎🐖🐑🐐🐕🐈🐓🦜🐇🌵🎄🌲🌳🌴🌱🌿☘️🍀🍁🍂🍃🌹🌷🌸🌻🌍🌙☀️⛅☁️🌧⛈❄️☃️🌈🌊',
    ),
  },
  {
    name: 'Travel and things',
    face: '🚗',
    list: split(
      '🚗🚕🚙🚌🏎🚓🚑🚒🚐🚚🚜🛵🏍🚲🛴🚨🚃🚆🚇🚊✈️🛫🛬🚀🚁⛵🚤🚢⚓⛽🚧🗺🏖🏝🏔🏕🏠🏡🏢🏥🏦🏨🏪🏫🏭⛪🕌🛍🎮🎲🎯🎸🎹🎺🎻🥁🎤🎧🎬📷📹📱💻🖥⌚⏰⏳💡🔦📚📖✏️📝📌📎✂️📦✉️📧📅📈📉💰💳💵🔧🔨🛠🧲🧪💊🩹🚪🛏🛁🧹🧺🧻🧼',
    ),
  },
];
