package io.webchat.support.image;

import java.io.IOException;
import javax.imageio.stream.ImageInputStream;

/**
 * In how many scans a JPEG brings its picture, found by its markers (ITU-T T.81, annex B) without decoding anything. A
 * decoder goes through the whole picture for each scan, and if there are several, it keeps the whole picture until the
 * last one.
 *
 * @param count how many there are
 * @param areKept whether the picture comes in several, or may do so
 * @param markers how many markers the file can have at most, however it is read
 */
record JpegScans(int count, boolean areKept, int markers) {
    /** Of what is no JPEG. */
    static final JpegScans NONE = new JpegScans(0, false, 0);

    /**
     * Walks through a file from where it stands to its end. What the decoder would take for a marker is one here too,
     * also within what is no marker at all. Scans are counted to the end of the picture.
     */
    static JpegScans of(ImageInputStream input) throws IOException {
        return new Walk(input).scans();
    }

    private static final class Walk {
        private static final int END = -1;
        private static final int EOI = 0xD9;
        private static final int SOS = 0xDA;

        private final ImageInputStream input;
        private final byte[] buffer = new byte[8 * 1024];
        private int next;
        private int filled;
        private int last;

        private int count;
        private int components;
        private boolean isProgressive;
        private boolean isPartial;
        private int markers;

        Walk(ImageInputStream input) {
            this.input = input;
        }

        JpegScans scans() throws IOException {
            for (var marker = marker(); marker != END && !(marker == EOI && count > 0); marker = marker()) {
                if (marker == SOS) {
                    scan();
                } else if (isFrame(marker)) {
                    frame(marker);
                } else if (hasLength(marker)) {
                    skip(two() - 2);
                }
            }
            while (one() != END) {
                // Whoever reads the file another way may find markers behind what is its end here.
            }
            return new JpegScans(count, count > 1 || isProgressive || isPartial, markers);
        }

        /** What follows the next 0xFF that is not stuffed, filling or a restart; {@link #END} if nothing does. */
        private int marker() throws IOException {
            for (var one = one(); one != END; one = one()) {
                if (one == 0xFF) {
                    do {
                        one = one();
                    } while (one == 0xFF);
                    if (one != 0 && !isRestart(one)) {
                        return one;
                    }
                }
            }
            return END;
        }

        private void frame(int marker) throws IOException {
            var length = two();
            skip(5);
            components = one();
            isProgressive |= marker != 0xC0 && marker != 0xC1;
            skip(length - 8);
        }

        private void scan() throws IOException {
            count++;
            var length = two();
            isPartial |= one() < components;
            skip(length - 3);
        }

        private static boolean isRestart(int marker) {
            return marker >= 0xD0 && marker <= 0xD7;
        }

        /** SOF0 to SOF15, without the tables and the extension that lie among them. */
        private static boolean isFrame(int marker) {
            return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        }

        private static boolean hasLength(int marker) {
            return marker >= 0xC0 && (marker < 0xD0 || marker > EOI);
        }

        private int two() throws IOException {
            var high = one();
            return high == END ? 0 : high << 8 | Math.max(0, one());
        }

        private void skip(int bytes) throws IOException {
            for (var left = bytes; left > 0 && one() != END; left--) {
                // Within the buffer nearly always.
            }
        }

        private int one() throws IOException {
            if (next == filled) {
                filled = Math.max(0, input.read(buffer));
                next = 0;
            }
            if (filled == 0) {
                return END;
            }
            var one = Byte.toUnsignedInt(buffer[next++]);
            if (last == 0xFF && one != 0 && one != 0xFF && !isRestart(one)) {
                markers++;
            }
            last = one;
            return one;
        }
    }
}
