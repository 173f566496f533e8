package io.webchat.push.gateway;

import io.webchat.domain.user.UserId;
import io.webchat.push.fanout.FanOut;
import io.webchat.push.login.EndedLogins;
import io.webchat.push.presence.Presence;
import io.webchat.push.protocol.FrameCodec;
import io.webchat.push.resume.SessionStart;
import io.webchat.push.typing.Typing;
import io.webchat.support.token.AccessTokens;
import java.time.Clock;
import java.util.concurrent.Executor;

/**
 * What all sessions share.
 *
 * @param threads for work that waits, a thread for each
 */
record SessionServices(
        GatewayProperties properties,
        AccessTokens accessTokens,
        EndedLogins endedLogins,
        FrameCodec codec,
        ServerFrames frames,
        SessionStart start,
        FanOut fanOut,
        Presence presence,
        Typing typing,
        Tally<UserId> connectionsByUser,
        Clock clock,
        Executor threads) {}
