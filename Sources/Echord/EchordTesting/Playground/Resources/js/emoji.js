// A choice of emoji with their names. The first name is the one that is shown.

const table = {
    "People": `😀 grinning happy|😃 smiley happy|😄 smile happy|😁 beaming grin|😆 laughing lol|😅 sweat_smile relief|😂 joy tears laugh|🤣 rofl laugh|🙂 slight_smile|🙃 upside_down
        |😉 wink|😊 blush|😇 innocent angel|🥰 smiling_hearts love|😍 heart_eyes love|😘 kissing_heart|😋 yum tasty|😜 winking_tongue|🤪 zany|🤔 thinking|🤨 raised_eyebrow|😐 neutral
        |😏 smirk|😒 unamused|🙄 rolling_eyes|😬 grimacing|😴 sleeping tired|😪 sleepy|🤒 ill thermometer|🤢 nauseated|🥵 hot|🥶 cold|🤯 exploding_head wow|🥳 partying party|😎 sunglasses cool
        |🤓 nerd|😕 confused|😟 worried|😮 open_mouth wow|😳 flushed|🥺 pleading|😢 cry sad|😭 sob sad|😱 scream|😤 triumph|😡 rage angry|🤬 cursing|💀 skull|👻 ghost|🤖 robot|💩 poop
        |👶 baby|🧒 child kid|👩 woman|👨 man|🧓 older_adult|🙋 raising_hand|🤷 shrug|🤦 facepalm|🙇 bow sorry|💪 muscle strong`,
    "Hands and hearts": `👍 thumbsup yes +1|👎 thumbsdown no -1|👌 ok_hand|✌️ victory|🤞 fingers_crossed luck|🤟 love_you|👋 wave hello bye|🙌 raised_hands hooray|👏 clap|🙏 pray thanks please
        |🤝 handshake deal|👉 point_right|👈 point_left|👆 point_up|👇 point_down|✋ hand stop|✊ fist|🫡 salute|🫶 heart_hands|👀 eyes look|❤️ heart love|🧡 orange_heart|💛 yellow_heart
        |💚 green_heart|💙 blue_heart|💜 purple_heart|🖤 black_heart|🤍 white_heart|💔 broken_heart|💯 hundred|💢 anger|💥 boom|💫 dizzy|💤 zzz`,
    "Home and chores": `🧹 broom sweep|🧽 sponge|🧼 soap|🪣 bucket|🧺 basket laundry|🧻 toilet_paper|🚿 shower|🛁 bathtub|🚽 toilet|🛏️ bed|🛋️ couch sofa|🪑 chair|🚪 door|🪟 window|🗑️ wastebasket trash bin
        |♻️ recycle|🍽️ plate dishes|🍳 cooking|🥄 spoon|🔪 knife|🧊 ice|🛒 cart shopping|🪴 plant|🌱 seedling|🌳 tree|🔨 hammer|🔧 wrench|🪛 screwdriver|🪜 ladder|💡 bulb idea|🔌 plug|🧯 extinguisher
        |🐕 dog|🐈 cat|🐟 fish|📦 package|🔑 key|🧾 receipt|📅 calendar|⏰ alarm_clock|⏳ hourglass|📌 pin|📝 memo note|✏️ pencil|📎 paperclip`,
    "Signs": `✅ check done yes|☑️ ballot_check|✔️ heavy_check|❌ cross no|❎ cross_button|❗ exclamation|❓ question|⚠️ warning|🚫 forbidden|⛔ no_entry|🆗 ok|🆕 new|🔔 bell|🔕 no_bell|🔒 lock|🔓 unlock
        |➕ plus|➖ minus|➡️ arrow_right|⬅️ arrow_left|⬆️ arrow_up|⬇️ arrow_down|🔁 repeat|🔄 refresh|⏸️ pause|▶️ play|⏹️ stop|🔴 red_circle|🟠 orange_circle|🟡 yellow_circle|🟢 green_circle|🔵 blue_circle
        |1️⃣ one|2️⃣ two|3️⃣ three|4️⃣ four|5️⃣ five|#️⃣ hash|ℹ️ info`,
    "Celebration and play": `🎉 tada party|🎊 confetti|🎂 cake birthday|🎁 gift|🎈 balloon|✨ sparkles|⭐ star|🌟 glowing_star|🔥 fire hot|🏆 trophy|🥇 gold first|🥈 silver second|🥉 bronze third|🎯 dart target
        |🎮 game|🎲 die dice|🧩 puzzle|🎵 note music|🎸 guitar|🎬 film|📷 camera|⚽ football|🏀 basketball|🚴 bike|🏃 run|🏖️ beach`,
    "Food and nature": `☕ coffee|🍵 tea|🍺 beer|🍷 wine|🥤 drink|🍕 pizza|🍔 burger|🍟 fries|🥗 salad|🍎 apple|🍌 banana|🍓 strawberry|🥕 carrot|🍞 bread|🧀 cheese|🍫 chocolate|🍪 cookie|🍦 ice_cream
        |☀️ sun|🌤️ sun_cloud|☁️ cloud|🌧️ rain|⛈️ storm|❄️ snow|🌈 rainbow|🌙 moon|🌊 wave_water|🌸 blossom|🌻 sunflower|🍀 clover luck|🐶 dog_face|🐱 cat_face|🦊 fox|🐻 bear|🐸 frog|🐢 turtle|🦋 butterfly|🐝 bee`,
    "Things and travel": `🏠 house home|🏢 office|🏥 hospital|🏫 school|🚗 car|🚌 bus|🚆 train|✈️ plane|🚀 rocket|🚲 bicycle|🗺️ map|💻 laptop|📱 phone|🖨️ printer|💾 save|📧 email|📣 megaphone|📊 chart
        |💰 money|💶 euro|💳 card|🛠️ tools|⚙️ gear|🔍 search|📚 books|🎓 graduate|👑 crown|👕 shirt|👟 shoe|🎒 backpack|☂️ umbrella|🩹 bandage|💊 pill`,
};

const all = Object.entries(table).flatMap(([group, text]) => text.split("|").map((entry) => {
    const [emoji, ...names] = entry.trim().split(" ");
    return {group, emoji, name: names[0], names};
}));

export const quickEmojis = ["👍", "✅", "❤️", "😂", "🎉"];

/** Emoji whose names contain the text, the best first. */
export function findEmoji(text) {
    const wanted = text.toLowerCase().replace(/:/g, "");
    const rank = ({names}) => (names[0].startsWith(wanted) ? 0 : names.some((name) => name.startsWith(wanted)) ? 1 : 2);
    return all.filter(({names}) => names.some((name) => name.includes(wanted))).sort((a, b) => rank(a) - rank(b));
}

/** By groups: [[title, [{emoji, name}]]]. */
export const emojiGroups = () => Object.keys(table).map((group) => [group, all.filter((entry) => entry.group === group)]);
