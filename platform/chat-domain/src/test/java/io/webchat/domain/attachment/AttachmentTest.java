package io.webchat.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.webchat.domain.structure.AttachmentId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttachmentTest {
    private static final AttachmentId ID = new AttachmentId(new UUID(1, 2));
    private static final FileName NAME = new FileName("cat.png");

    @Test
    void whatCannotBeIsRefused() {
        var size = new ImageSize(1, 1);

        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(ID, NAME, "png", 1, size, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Attachment(ID, NAME, "image/png\r\nX: y", 1, size, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(ID, NAME, "image/png", 0, size, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Attachment(ID, NAME, "image/png", 1, null, true));
        assertThatIllegalArgumentException().isThrownBy(() -> new ImageSize(0, 1));
        assertThat(new ImageSize(65_535, 65_535).pixels()).isEqualTo(4_294_836_225L);
    }
}
