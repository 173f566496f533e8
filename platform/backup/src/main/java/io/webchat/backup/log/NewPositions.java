package io.webchat.backup.log;

import java.util.Arrays;

/**
 * Which position of a restored partition is which of the old one. The old log has gaps, where transactions ended and
 * where compaction removed something; the new one has none. Eight bytes of heap per record.
 */
final class NewPositions {
    private static final int FIRST_CAPACITY = 1024;

    private long[] offsets = new long[FIRST_CAPACITY];
    private int size;

    /** The next record had this offset. Offsets come in their order. */
    void add(long oldOffset) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
        }
        offsets[size++] = oldOffset;
    }

    /** The position that includes exactly those records that an old one, a next offset, included. */
    long of(long oldPosition) {
        var found = Arrays.binarySearch(offsets, 0, size, oldPosition);
        return found >= 0 ? found : -found - 1;
    }
}
