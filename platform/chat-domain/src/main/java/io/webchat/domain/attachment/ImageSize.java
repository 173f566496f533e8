package io.webchat.domain.attachment;

/** How large an image is, in pixels. */
public record ImageSize(int width, int height) {
    public ImageSize {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("image size: " + width + "x" + height + " (expected: >= 1x1)");
        }
    }

    /** How many pixels it has, and so what it costs to decode. */
    public long pixels() {
        return (long) width * height;
    }
}
