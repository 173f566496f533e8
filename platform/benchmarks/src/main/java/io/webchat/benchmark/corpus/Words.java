package io.webchat.benchmark.corpus;

import java.util.List;
import java.util.SplittableRandom;

/** What people say: always the same for the same number. */
public final class Words {
    /** How many words are rare; each is in one message of as many. */
    public static final int RARE = 5_000;

    private static final int LENGTH = 14;
    private static final int LETTERS = 26;
    private static final List<String> COMMON = List.of(("the a we you it that this is was will can shall could maybe"
                    + " meet deploy release build test review merge branch server channel message house garden river boat map"
                    + " coffee lunch dinner train ticket weather rain summer winter music film book question answer idea plan"
                    + " today tomorrow yesterday morning evening later soon never always again first last next other")
            .split(" "));

    private Words() {}

    /** Some words that are common and one that is rare. */
    public static String text(int message) {
        var random = new SplittableRandom(message);
        var text = new StringBuilder(rare(message));
        for (var i = 0; i < LENGTH; i++) {
            text.append(' ').append(COMMON.get(random.nextInt(COMMON.size())));
        }
        return text.toString();
    }

    /** The rare word of a message. All are of one length, so that none is the beginning of another. */
    public static String rare(int message) {
        var number = Math.floorMod(message, RARE);
        return "zy" + letter(number / LETTERS / LETTERS) + letter(number / LETTERS) + letter(number) + "q";
    }

    private static char letter(int number) {
        return (char) ('a' + number % LETTERS);
    }
}
