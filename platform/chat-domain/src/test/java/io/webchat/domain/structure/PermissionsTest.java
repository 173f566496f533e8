package io.webchat.domain.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What everyone may do at first is part of what the log means: if one of these has to change, the past would too. */
class PermissionsTest {
    @Test
    void whatEveryoneMayDoInANewServerNeverChanges() {
        assertThat(Permissions.BASELINE.asList())
                .extracting(Permission::slug)
                .containsExactly(
                        "view-channel",
                        "send-messages",
                        "attach-files",
                        "add-reactions",
                        "create-threads",
                        "create-invites");
    }

    @Test
    void whatEveryoneMayDoInAConversationNeverChanges() {
        assertThat(Permissions.CONVERSATION.asList())
                .extracting(Permission::slug)
                .containsExactly(
                        "view-channel",
                        "send-messages",
                        "attach-files",
                        "add-reactions",
                        "mention-everyone",
                        "pin-messages",
                        "create-threads");
    }
}
