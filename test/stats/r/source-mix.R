# What each person's own mix of sources leads one to expect: rates of the sources over everybody, weighted by the person's members.
# Run from this folder: Rscript source-mix.R > source-mix.json
library(jsonlite)
set.seed(7)
draw <- function(people, sources, most) {
  d <- expand.grid(person = paste0("p", seq_len(people)), source = paste0("s", seq_len(sources)), stringsAsFactors = FALSE)
  d$n <- sample(0:most, nrow(d), TRUE)
  d$successes <- rbinom(nrow(d), d$n, 0.2 + 0.6 * as.integer(factor(d$source)) / sources)
  d[d$n > 0, ]
}
cases <- list(
  few = draw(4, 3, 12), many = draw(30, 6, 40), one_source = draw(5, 1, 9),
  none_and_all = data.frame(person = c("a", "a", "b"), source = c("x", "y", "y"), n = c(3, 2, 8), successes = c(0, 2, 8)),
  fractions = data.frame(person = c("a", "b", "b"), source = c("x", "x", "y"), n = c(3.5, 2.25, 0.75), successes = c(1.25, 2, 0.5))
)
result <- lapply(names(cases), function(name) {
  d <- cases[[name]]
  rate <- (tapply(d$successes, d$source, sum) + 0.5) / (tapply(d$n, d$source, sum) + 1)
  expected <- sapply(split(d, d$person), function(own) weighted.mean(rate[own$source], own$n))
  list(name = unbox(name), counts = d, people = names(expected), expected = unname(expected))
})
cat(toJSON(result, digits = 12, pretty = 1), "\n", sep = "")
