package io.webchat.system;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.webchat.client.Ids;
import io.webchat.system.stack.Ask;
import io.webchat.system.stack.NeedsStack;
import io.webchat.system.stack.Person;
import io.webchat.system.stack.Room;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** Files on their way through the gateway: larger than other requests may be, and not too large. */
@NeedsStack
class FilesTest {
    private static final int MEGABYTE = 1 << 20;

    private final Person ada = Person.register("ada");
    private final Person ben = Person.register("ben");
    private final Room room = Room.of(ada, ben);

    @Test
    void aLargeFileComesBackAsItWentAndOnlyToItsUploaderUntilAMessageCarriesIt() {
        var path = path();
        var content = "0123456789abcdef".repeat(10 * MEGABYTE / 16);

        var uploaded = Ask.put(path + "?name=digits.txt")
                .as(ada)
                .body(BodyPublishers.ofString(content))
                .answer();
        assertThat(uploaded.status()).as(uploaded.body()).isEqualTo(201);
        assertThat(uploaded.json().path("contentType").asString()).isEqualTo("text/plain");

        assertThat(Ask.get(path).as(ada).answer().body()).isEqualTo(content);
        assertThat(Ask.get(path).as(ada).with("Range", "bytes=1-3").answer().body())
                .isEqualTo("123");
        assertThat(Ask.get(path).as(ben).answer().outcome()).isEqualTo("404 unknown-attachment");
    }

    @Test
    void aFileThatIsTooLargeIsRefusedWhetherItSaysSoOrNot() {
        var tooLarge = new byte[25 * MEGABYTE + 1];

        for (var body : new BodyPublisher[] {
            BodyPublishers.ofByteArray(tooLarge), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge))
        }) {
            assertThat(Ask.put(path() + "?name=zeros")
                            .as(ada)
                            .body(body)
                            .answer()
                            .outcome())
                    .isEqualTo("413 body-too-large");
        }
        assertThat(Ask.put(path() + "?name=small")
                        .as(ada)
                        .body(BodyPublishers.ofByteArray("small".getBytes(US_ASCII)))
                        .answer()
                        .status())
                .isEqualTo(201);
    }

    private String path() {
        return "/api/channels/" + room.channelId() + "/attachments/" + Ids.fresh();
    }
}
