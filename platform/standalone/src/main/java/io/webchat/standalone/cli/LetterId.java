package io.webchat.standalone.cli;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The place of a dead letter.
 *
 * @param text topic, partition and offset, such as {@code webchat.messages.dlt/3/17}
 */
record LetterId(String text) {
    static final LetterId NONE = new LetterId("");

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._-]+/\\d{1,5}/\\d{1,18}");

    /** Reads one from the command line. */
    static final class Converter implements ITypeConverter<LetterId> {
        @Override
        public LetterId convert(String value) {
            if (!SHAPE.matcher(value).matches()) {
                throw new TypeConversionException(
                        "\"" + value + "\" (expected: TOPIC/PARTITION/OFFSET, such as webchat.messages.dlt/3/17)");
            }
            return new LetterId(value);
        }
    }
}
