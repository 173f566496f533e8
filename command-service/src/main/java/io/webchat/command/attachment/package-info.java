/**
 * Files: taken in before the message that carries them, and bound to it when it is posted.
 *
 * <p><b>Order of writing.</b> What an upload takes of its user's quota is written down
 * ({@link io.webchat.command.attachment.StorageLedger}) before the first byte is stored, and struck off after the last
 * one is removed. So whatever is broken off, by a crash too, is in the ledger, and
 * {@link io.webchat.command.attachment.AttachmentSweep} finds it there without looking through all files. No step needs
 * a transaction, and each may be repeated.
 *
 * <p><b>What is deleted</b> takes its files along: a message at once, a channel or a server with the next sweep
 * ({@link io.webchat.command.attachment.AbandonedFiles}).
 *
 * <p><b>Without MongoDB</b> no file can be uploaded and no message with files posted or deleted
 * ({@code store-unavailable}, 503); everything else of this service goes on.
 */
@NullMarked
package io.webchat.command.attachment;

import org.jspecify.annotations.NullMarked;
