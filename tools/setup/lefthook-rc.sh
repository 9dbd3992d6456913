# Sourced by the git hooks (lefthook.yml).
export PATH="$PWD/node_modules/.bin:$PATH"
