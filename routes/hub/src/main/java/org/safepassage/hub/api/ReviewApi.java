package org.safepassage.hub.api;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.safepassage.hub.pipeline.Reviews;
import org.safepassage.redact.reviews.ReviewAnswer;
import org.safepassage.redact.reviews.ReviewRecord;
import org.safepassage.schemas.CaseFileVersion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What redact found and suggests, for whoever reviews it, and what the answers teach the case and a model.
@RestController
@RequestMapping("/api/v1/reviews/{version}/{exchange}")
public class ReviewApi {
    private final Reviews reviews;

    /// @param reviews from the working copies
    public ReviewApi(Reviews reviews) {
        this.reviews = reviews;
    }

    /// The records of a case file version in one exchange: places, types and ids, no words.
    @GetMapping
    public List<ReviewRecord> records(
            @PathVariable("version") String version, @PathVariable("exchange") String exchange) throws IOException {
        return reviews.of(parsed(version), exchange);
    }

    /// Takes answers as knowledge of the case.
    ///
    /// @param answers by the item's id
    @PostMapping("/answers")
    public Reviews.Learned answer(
            @PathVariable("version") String version,
            @PathVariable("exchange") String exchange,
            @RequestBody Map<String, List<ReviewAnswer>> answers)
            throws IOException {
        return reviews.answer(parsed(version), exchange, answers);
    }

    /// Labelled lines of the texts that these answers finish. Unlike all else here they hold words of the case.
    ///
    /// @param answers by the item's id
    @PostMapping("/labels")
    public List<String> labels(
            @PathVariable("version") String version,
            @PathVariable("exchange") String exchange,
            @RequestBody Map<String, List<ReviewAnswer>> answers)
            throws IOException {
        return reviews.labels(parsed(version), exchange, answers);
    }

    private static CaseFileVersion parsed(String version) {
        try {
            return CaseFileVersion.parse(version);
        } catch (IllegalArgumentException wrong) {
            throw new NoSuchElementException("no id of a case file version, such as cf-….v1", wrong);
        }
    }

    @ExceptionHandler(NoSuchElementException.class)
    ProblemDetail notFound(NoSuchElementException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail unfitting(IllegalArgumentException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(problem.getMessage()));
    }
}
