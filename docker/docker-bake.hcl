# Both images in one description. `docker buildx bake -f docker/docker-bake.hcl` builds them from the bare clone; the targets
# `web` and `api`, which Nx runs, take what Nx has built or restored from its cache in place of the stages that would build
# it again (`contexts` replaces a stage of that name).

# The official images, unless this machine has no registry and uses stand-ins (docker/base-images).
variable "NODE_IMAGE" {
  default = "node:24-slim"
}
variable "PYTHON_IMAGE" {
  default = "python:3.14-slim"
}
variable "NGINX_IMAGE" {
  default = "nginx:1.30"
}
variable "TAG" {
  default = "local"
}
variable "VERSION" {
  default = "0.1.0"
}

group "default" {
  targets = ["web-from-clone", "api-from-clone"]
}

target "web-from-clone" {
  context    = "."
  dockerfile = "apps/web/Dockerfile"
  args = {
    NODE_IMAGE   = NODE_IMAGE
    PYTHON_IMAGE = PYTHON_IMAGE
    NGINX_IMAGE  = NGINX_IMAGE
    VERSION      = VERSION
  }
  tags = ["tandem/web:${TAG}"]
}

target "web" {
  inherits = ["web-from-clone"]
  contexts = {
    build  = "dist/apps/web"
    static = "dist/apps/api"
  }
}

target "api-from-clone" {
  context    = "."
  dockerfile = "apps/api/Dockerfile"
  args = {
    PYTHON_IMAGE = PYTHON_IMAGE
    VERSION      = VERSION
  }
  tags = ["tandem/api:${TAG}"]
}

target "api" {
  inherits = ["api-from-clone"]
  contexts = {
    static = "dist/apps/api"
  }
}
