package io.webchat.standalone.doctor;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** The part of an address that says who comes, {@code user:password}, each percent-encoded. */
final class UserInfo {
    private UserInfo() {}

    /** Whether that is its password. A malformed one is nobody's. */
    static boolean hasPassword(String userInfo, String password) {
        var encoded = userInfo.substring(userInfo.indexOf(':') + 1);
        try {
            // Unlike in a form, a plus is a plus.
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .equals(password);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
