package io.daybook.command.platform;

import io.daybook.api.Command;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Sends the command of a request and answers it in REST's terms; {@code Event-Position} tells where its events are. */
@Component
public final class Replies {

    /** The reply's header with the position of the command's last event; absent where nothing changed. */
    public static final String EVENT_POSITION = "Event-Position";

    private final Commands commands;

    Replies(Commands commands) {
        this.commands = commands;
    }

    /** 200, for a change of something that exists. */
    public ResponseEntity<Reply> changed(Command command, String id) {
        return send(command, id, ResponseEntity.ok());
    }

    /** 201 with the place of what was created. */
    public ResponseEntity<Reply> created(Command command, String id, URI location) {
        return send(command, id, ResponseEntity.created(location));
    }

    /** 202 with the place to look: the request is on record, and what follows from it will come. */
    public ResponseEntity<Reply> accepted(Command command, String id, URI location) {
        return send(command, id, ResponseEntity.status(HttpStatus.ACCEPTED).location(location));
    }

    /** 201 with the place to look, and what the aggregate answered as the body. */
    public <T> ResponseEntity<T> answered(Command command, Class<T> answer, URI location) {
        Commands.Outcome outcome = commands.send(command, Cause.request());
        ResponseEntity.BodyBuilder reply = ResponseEntity.created(location);
        outcome.position().ifPresent(position -> reply.header(EVENT_POSITION, Long.toString(position)));
        return reply.body(answer.cast(outcome.answer()));
    }

    private ResponseEntity<Reply> send(Command command, String id, ResponseEntity.BodyBuilder reply) {
        Commands.Outcome outcome = commands.send(command, Cause.request());
        outcome.position().ifPresent(position -> reply.header(EVENT_POSITION, Long.toString(position)));
        return reply.body(new Reply(id));
    }

    /** The body of a success: the id of what was created or changed. */
    public record Reply(String id) {}
}
