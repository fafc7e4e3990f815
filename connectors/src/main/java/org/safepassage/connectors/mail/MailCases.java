package org.safepassage.connectors.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safepassage.connectors.Arrival;
import org.safepassage.connectors.Decryption;
import org.safepassage.connectors.DoorProblem;
import org.safepassage.connectors.DoorProblem.Kind;
import org.safepassage.connectors.DoorReport;
import org.safepassage.connectors.Item;
import org.safepassage.connectors.ItemReader;
import org.safepassage.connectors.PartnerDoor;
import org.safepassage.connectors.plumbing.ItemPaths;
import org.safepassage.connectors.plumbing.StepByStep;

/// Case files from an in-box: each message is one. It is sealed as it came, then taken apart.
final class MailCases implements PartnerDoor {
    static final String KEYWORD = "SafePassageSealed";
    private static final String ORIGINAL = "message.eml";
    private static final int BATCH = 50;

    /// @param decryption opens PGP/MIME
    /// @param subject whose first group is the case number; empty for the message's id
    /// @param acknowledge `none`, `flag` or `move`
    /// @param doneFolder where sealed messages go
    /// @param mostBytes of a message
    /// @param mostParts of a message
    record Shape(
            Decryption decryption,
            Optional<Pattern> subject,
            String acknowledge,
            String doneFolder,
            long mostBytes,
            int mostParts) {}

    private final MailLine line;
    private final Shape shape;

    MailCases(MailLine line, Shape shape) {
        this.line = line;
        this.shape = shape;
    }

    @Override
    public Stream<Arrival> changes(String cursor) throws IOException {
        line.refresh();
        long validity = line.validity();
        List<Long> uids = line.after(seen(cursor, validity));
        return IntStream.iterate(0, from -> from < uids.size(), from -> from + BATCH)
                .mapToObj(from -> uids.subList(from, Math.min(from + BATCH, uids.size())))
                .flatMap(batch -> told(batch).stream())
                .filter(mail -> !mail.deleted())
                .filter(mail ->
                        !shape.acknowledge().equals("flag") || !mail.keywords().contains(KEYWORD))
                .map(this::arrival);
    }

    private List<Mail> told(List<Long> uids) {
        try {
            return line.told(uids);
        } catch (DoorProblem problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// A folder that was numbered anew is looked at from its start: what was sealed is known by its content.
    private static long seen(String cursor, long validity) throws DoorProblem {
        if (!cursor.isEmpty() && !cursor.matches("[0-9]{1,18}:[0-9]{1,18}")) {
            throw new DoorProblem(
                    Kind.CONFIGURATION, "the cursor is none of this door's; pull this partner again from the start");
        }
        String[] parts = cursor.split(":");
        return parts.length == 2 && Long.parseLong(parts[0]) == validity ? Long.parseLong(parts[1]) : 0;
    }

    private Arrival arrival(Mail mail) {
        return new Arrival(
                ItemPaths.shown(number(mail)),
                mail.place(),
                mail.fingerprint(),
                mail.validity() + ":" + mail.uid(),
                List.of(Item.present(ORIGINAL, -1, Item.Part.ORIGINAL)));
    }

    private String number(Mail mail) {
        Optional<String> found = shape.subject()
                .map(pattern -> pattern.matcher(mail.subject()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .filter(number -> !number.isBlank());
        return found.orElse(
                mail.messageId().isEmpty() ? "uid-" + mail.validity() + "-" + mail.uid() : mail.messageId());
    }

    @Override
    public void read(Arrival arrival, ItemReader reader) throws IOException {
        Mail mail = Mail.from(arrival.place());
        line.refresh();
        if (mail.size() > shape.mostBytes()) {
            throw new DoorProblem(Kind.HOSTILE, "a message is larger than mostMegabytes allows");
        }
        try (InputStream whole = new MailStream(line, mail, shape.mostBytes())) {
            reader.item(Item.present(ORIGINAL, -1, Item.Part.ORIGINAL), whole);
        }
        try (InputStream again = new MailStream(line, mail, shape.mostBytes())) {
            new MailParts(shape.decryption(), shape.mostParts(), ORIGINAL).read(again, reader);
        }
    }

    @Override
    public void acknowledge(Arrival arrival) throws IOException {
        Mail mail = Mail.from(arrival.place());
        line.refresh();
        switch (shape.acknowledge()) {
            case "flag" -> line.flag(mail, KEYWORD);
            case "move" -> line.move(mail, shape.doneFolder());
            default -> {}
        }
    }

    @Override
    public DoorReport test() {
        line.drop();
        return new StepByStep()
                .then("resolve", line::resolve)
                .then("connect", line::tryConnecting)
                .then("authenticate", () -> {
                    try {
                        line.validity();
                    } catch (DoorProblem problem) {
                        if (problem.kind() != Kind.NOT_FOUND) throw problem;
                    }
                    return "logged in over TLS as " + line.login().user();
                })
                .then("list", () -> line.after(0).size() + " message(s) in the folder")
                .then("acknowledge", this::testAcknowledging)
                .report();
    }

    private String testAcknowledging() throws DoorProblem {
        return switch (shape.acknowledge()) {
            case "flag" -> {
                if (!line.keeps(KEYWORD)) {
                    throw new DoorProblem(Kind.PERMISSION, "the right to set keywords on messages of this folder");
                }
                yield "the account may mark messages";
            }
            case "move" -> {
                if (!line.moves()) {
                    throw new DoorProblem(
                            Kind.CONFIGURATION, "acknowledge: the server cannot move messages; set flag instead");
                }
                if (!line.exists(shape.doneFolder())) {
                    throw new DoorProblem(Kind.NOT_FOUND, "doneFolder: there is no such folder");
                }
                yield "doneFolder is there, and the server moves messages";
            }
            default -> "nothing is changed in the folder";
        };
    }

    @Override
    public void close() {
        line.close();
    }
}
