package io.webchat.support.image;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Ends the decoding of one image that takes too long, at the next sign of progress after its time. */
final class DecodingDeadline implements IIOReadProgressListener {
    private final long end;
    private boolean isMissed;

    /** The time begins now. */
    DecodingDeadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    /** Throws if the decoding was ended before it was through. */
    void requireMet() throws IOException {
        if (isMissed) {
            throw new IOException("the image took too long");
        }
    }

    @Override
    public void imageProgress(ImageReader source, float percentageDone) {
        if (System.nanoTime() - end > 0) {
            isMissed = true;
            // Allowed to the reading thread alone, and only from a call like this one.
            source.abort();
        }
    }

    @Override
    public void sequenceStarted(ImageReader source, int minIndex) {}

    @Override
    public void sequenceComplete(ImageReader source) {}

    @Override
    public void imageStarted(ImageReader source, int imageIndex) {}

    @Override
    public void imageComplete(ImageReader source) {}

    @Override
    public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

    @Override
    public void thumbnailProgress(ImageReader source, float percentageDone) {}

    @Override
    public void thumbnailComplete(ImageReader source) {}

    @Override
    public void readAborted(ImageReader source) {}
}
