# Does a score order hits before misses? Area under the ROC curve from wilcox.test; standard error by Hanley and McNeil (1982), with
# their exponential approximation of Q1 and Q2. Run from this folder: Rscript concordance.R > concordance.json
library(jsonlite)
set.seed(3)
z <- 1.644854
noisy <- data.frame(score = round(rnorm(300), 1), y = 0); noisy$y <- rbinom(300, 1, plogis(0.8 * noisy$score))
cases <- list(
  noisy_with_ties = noisy,
  unrelated = data.frame(score = sample(1:10, 80, TRUE), y = rbinom(80, 1, 0.3)),
  ordered = data.frame(score = 1:30, y = as.integer(1:30 > 18)),
  upside_down = data.frame(score = 1:12, y = as.integer(1:12 < 5)),
  all_tied = data.frame(score = rep(5, 9), y = c(1, 1, 1, 0, 0, 0, 0, 0, 0)),
  one_hit = data.frame(score = c(3, 1, 2, 5, 4), y = c(1, 0, 0, 0, 0))
)
result <- lapply(names(cases), function(name) {
  d <- cases[[name]]
  hits <- d$score[d$y == 1]; misses <- d$score[d$y == 0]
  m <- length(hits); n <- length(misses)
  w <- suppressWarnings(wilcox.test(hits, misses)$statistic)
  auc <- unname(w) / (m * n)
  q1 <- auc / (2 - auc); q2 <- 2 * auc^2 / (1 + auc)
  se <- sqrt((auc * (1 - auc) + (m - 1) * (q1 - auc^2) + (n - 1) * (q2 - auc^2)) / (m * n))
  list(name = unbox(name), score = d$score, y = d$y, value = unbox(auc), lower = unbox(max(0, auc - z * se)), upper = unbox(min(1, auc + z * se)))
})
cat(toJSON(result, digits = 12), "\n", sep = "")
