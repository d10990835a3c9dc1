package io.daybook.command.platform;

import io.daybook.api.Command;
import io.daybook.eventstore.PostgresEventStorageEngine.Place;
import io.daybook.eventstore.Receipt;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends the command of a request and answers it in REST's terms. {@code Event-Position} tells where its last event is,
 * or, where nothing changed, the last one of its aggregate; {@code ETag} is the aggregate's version.
 */
@Component
public final class Replies {

    private final Commands commands;
    private final Receipts receipts;

    Replies(Commands commands, Receipts receipts) {
        this.commands = commands;
        this.receipts = receipts;
    }

    /** 200, for a change of something that exists. */
    public ResponseEntity<Reply> changed(Command command, String id) {
        return send(command, HttpStatus.OK, null, id);
    }

    /** 200, for a change that overwrites what was there: refused with 428 unless the caller says what that was. */
    public ResponseEntity<Reply> replaced(Command command, String id) {
        requireCondition();
        return changed(command, id);
    }

    /** Refuses the request in hand with 428 unless it says what it overwrites. */
    public void requireCondition() {
        WriteRequest.current().requireCondition();
    }

    /** 201 with the place of what was created. */
    public ResponseEntity<Reply> created(Command command, String id, URI location) {
        return send(command, HttpStatus.CREATED, location, id);
    }

    /** 202 with the place to look: the request is on record, and what follows from it will come. */
    public ResponseEntity<Reply> accepted(Command command, String id, URI location) {
        return send(command, HttpStatus.ACCEPTED, location, id);
    }

    /** 201 with the place to look, and what the aggregate answered as the body. */
    public <T> ResponseEntity<T> answered(Command command, Class<T> answer, URI location) {
        return send(
                command,
                HttpStatus.CREATED,
                location,
                (told, _) -> Objects.requireNonNull(answer.cast(told), "an answer was announced"));
    }

    /** 200, for an answer that is no change; under a key it is the same answer again. */
    public <T> ResponseEntity<T> told(T answer) {
        WriteRequest.current()
                .key()
                .ifPresent(key -> receipts.store(
                        receipts.of(key, HttpStatus.OK, null, MediaType.APPLICATION_JSON, answer), Optional.empty()));
        return ResponseEntity.ok(answer);
    }

    private ResponseEntity<Reply> send(Command command, HttpStatus status, @Nullable URI location, String id) {
        return send(command, status, location, (_, changed) -> new Reply(id, changed));
    }

    private <T> ResponseEntity<T> send(Command command, HttpStatus status, @Nullable URI location, ReplyBody<T> body) {
        WriteRequest request = WriteRequest.current();
        Function<T, @Nullable Receipt> receipt = told -> request.key()
                .map(key -> receipts.of(key, status, location, MediaType.APPLICATION_JSON, told))
                .orElse(null);
        Commands.Outcome outcome = commands.send(
                command,
                Cause.request(),
                new Terms(request.expectedVersion(), answer -> receipt.apply(body.of(answer, true))));
        boolean changed = outcome.place().isPresent();
        T told = body.of(outcome.answer(), changed);
        Optional<Place> place = outcome.place().or(() -> commands.placeOf(command));
        Receipt alone = changed ? null : receipt.apply(told);
        if (alone != null) {
            receipts.store(alone, place);
        }
        ResponseEntity.BodyBuilder reply = ResponseEntity.status(status);
        if (location != null) {
            reply.location(location);
        }
        place.ifPresent(known -> Receipts.describe(reply, known));
        return reply.body(told);
    }

    /** Makes the body of a reply of what the command's handler answered, and whether anything changed. */
    private interface ReplyBody<T> {
        T of(@Nullable Object answer, boolean changed);
    }

    /**
     * The body of a success.
     *
     * @param id of what was created or changed
     * @param changed false where the request was a repetition, or asked for what is so already
     */
    public record Reply(String id, boolean changed) {}
}
