package org.safepassage.hub.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.safepassage.hub.configuration.ConfigProblem;
import org.safepassage.hub.revisions.ConfigChanges;
import org.safepassage.hub.revisions.FileChange;
import org.safepassage.hub.revisions.Revision;
import org.safepassage.hub.revisions.Revisions;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The configuration that runs: what the files would change, applying them, earlier states, and one file changed on
/// its own. Whatever changes says who and why.
@RestController
@RequestMapping("/api/v1/configuration")
public class ConfigurationApi {
    private static final int LONGEST_PATH = 200;

    private final ConfigChanges changes;
    private final Revisions revisions;

    /// @param changes bring another state about
    /// @param revisions every applied state
    public ConfigurationApi(ConfigChanges changes, Revisions revisions) {
        this.changes = changes;
        this.revisions = revisions;
    }

    /// What is ordered.
    ///
    /// @param who orders it
    /// @param why in their words
    /// @param revision to go back to
    /// @param path of the file to change
    /// @param text what the file is to hold; absent takes it out
    public record Order(
            @Nullable String who,
            @Nullable String why,
            @Nullable Integer revision,
            @Nullable String path,
            @Nullable String text) {
        @Override
        public String toString() {
            return "Order[…]";
        }
    }

    /// What came of an order.
    ///
    /// @param revision the new one; 0 when nothing changed
    /// @param problems for which nothing changed
    public record Answer(int revision, List<FileChange> changes, List<ConfigProblem> problems) {}

    /// What applying the files would change.
    @GetMapping("/difference")
    public List<FileChange> difference() throws IOException {
        return changes.difference();
    }

    /// Every applied state, the newest first.
    @GetMapping("/revisions")
    public List<Revision> revisions() {
        return revisions.all();
    }

    /// The files that run, as they were written.
    @GetMapping("/files")
    public SortedMap<String, String> files() {
        return changes.applied().texts();
    }

    /// Applies the files in the configuration folder.
    @PostMapping("/apply")
    public Answer apply(@RequestBody Order order) throws IOException {
        return answer(changes.apply(Told.who(order.who()), Told.why(order.why())));
    }

    /// Applies an earlier revision again.
    @PostMapping("/rollback")
    public Answer rollback(@RequestBody Order order) throws IOException {
        if (order.revision() == null) throw new IllegalArgumentException("name the revision to go back to");
        return answer(changes.rollback(order.revision(), Told.who(order.who()), Told.why(order.why())));
    }

    /// Changes one file of what runs.
    @PostMapping("/file")
    public Answer edit(@RequestBody Order order) throws IOException {
        return answer(changes.edit(
                Told.needed("path", order.path(), LONGEST_PATH),
                Optional.ofNullable(order.text()),
                Told.who(order.who()),
                Told.why(order.why())));
    }

    private static Answer answer(ConfigChanges.Result result) {
        return switch (result) {
            case ConfigChanges.Result.Applied applied ->
                new Answer(applied.revision().number(), applied.changes(), List.of());
            case ConfigChanges.Result.Unchanged unchanged -> new Answer(0, List.of(), List.of());
            case ConfigChanges.Result.Refused refused -> new Answer(0, List.of(), new ArrayList<>(refused.problems()));
        };
    }

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail notFound(NoSuchElementException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail wrong(IllegalArgumentException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler({IOException.class, IllegalStateException.class})
    ProblemDetail failed(Exception problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(problem.getMessage()));
    }
}
